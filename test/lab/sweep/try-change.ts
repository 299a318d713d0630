// try-change.mjs GROUND CHANGE: makes the change, asks the probe, builds the module, undoes the change; prints JSON.
import { spawnSync } from 'node:child_process';
import { renameSync, statSync, writeFileSync } from 'node:fs';
import type { Assessment } from '../../../src/model/assessment.ts';
import { fresh, limits } from './module.ts';
import type { Change, SweepGround, Swept } from './plan.ts';

const [ground = '', asked = ''] = process.argv.slice(2);
const { module, flavour, tree, cli, env }: SweepGround = JSON.parse(ground);
const { what, change }: Change = JSON.parse(asked);
const changed = change === 'set' ? { ...env, [what]: 'nonsense' } : env;

function probe(): Pick<Swept, 'status' | 'because'> {
  const words = [cli, 'probe', '--format', 'json', '--for', flavour, '--kdir', tree];
  const result = spawnSync(process.execPath, words, { ...limits, env: changed });
  if (result.status === 2) return { status: 'refused', because: [result.stderr.trim()] };
  const { verdicts }: Assessment = JSON.parse(result.stdout);
  return { status: verdicts[flavour].status, because: verdicts[flavour].because };
}

function make(): Pick<Swept, 'exitCode' | 'says'> {
  fresh(module);
  const { status, stdout, stderr, error } = spawnSync('make', ['-C', module], { ...limits, env: changed });
  const lines = `${error?.message ?? ''}\n${stderr}\n${stdout}`.split('\n');
  const says = lines.find((line) => /error|not found|\*\*\*|No such/i.test(line)) ?? '';
  return { exitCode: status, says: status === 0 ? '' : says.trim().slice(0, 200) };
}

if (change !== 'set') {
  const { mode } = statSync(what);
  renameSync(what, `${what}.away`);
  if (change === 'empty') writeFileSync(what, '', { mode });
}
const swept: Swept = { what, change, ...probe(), ...make() };
if (change !== 'set') renameSync(`${what}.away`, what);
process.stdout.write(JSON.stringify(swept));
