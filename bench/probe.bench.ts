import { cpus } from 'node:os';
import type { Assessment } from '../src/model/assessment.ts';
import { labCase } from '../test/lab/case.ts';
import { writeFile } from '../test/lab/files.ts';
import { once } from '../test/lab/once.ts';
import { succeed } from '../test/lab/run.ts';
import { say } from '../test/lab/say.ts';
import { holdFigure, median } from './figure.ts';
import { benchRoot, commandLine, kernelSource, measure, profile, user } from './root.ts';

const rounds = 15;
const commandsFile = '/home/lab/commands';
const node = ['node', '-e', '0'];
const probe = [...commandLine, 'probe'];

/** A root that holds the commands the probe ran, a line each as xargs reads them. */
const prepared = once(async () => {
  const root = await benchRoot();
  const report: Assessment = JSON.parse((await succeed(root, [...probe, '--format', 'json'], { user })).stdout);
  const lines = report.commands.map(({ argv }) => argv.map((word) => word.replace(/[^\w./=+-]/g, '\\$&')).join(' '));
  await writeFile(root, commandsFile, `${lines.join('\n')}\n`, { user });
  for (const { argv, milliseconds } of report.commands
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, 5)) {
    say(`of the probe’s ${lines.length} commands, ${argv.join(' ')} took ${milliseconds.toFixed(0)} ms`);
  }
  return root;
});

labCase('the probe is faster than the kernel’s own check, and hardly slower than the commands it runs', async () => {
  const theSame = `node -e 0; xargs --max-lines=1 --max-procs=${cpus().length} env LC_ALL=C <${commandsFile}; :`;
  const taken = await measure(await prepared(), {
    rounds,
    commands: {
      probe,
      rustavailable: ['make', '-C', kernelSource, 'LLVM=1', 'rustavailable'],
      commands: ['sh', '-c', theSame],
    },
  });
  const [probed, rustavailable, commands] = [taken.probe, taken.rustavailable, taken.commands].map(median) as [
    number,
    number,
    number,
  ];
  if (probed > 0.8 * rustavailable || probed > 1.5 * commands) say(await profile(await prepared(), probe));
  holdFigure('probe ÷ make LLVM=1 rustavailable', probed, rustavailable, 'ms', 0.8, rounds);
  holdFigure('probe ÷ (node -e 0 + the same commands by xargs)', probed, commands, 'ms', 1.5, rounds);
});

labCase('scaffolding costs hardly more than the probe', async () => {
  const newModule = [...commandLine, 'new', 'hello', '--yes'];
  const taken = await measure(await prepared(), { rounds, commands: { new: newModule, probe, node } });
  const budget = median(taken.probe) + median(taken.node) / 2;
  if (median(taken.new) > budget) say(await profile(await prepared(), newModule));
  holdFigure('new --yes ÷ (probe + half of node -e 0)', median(taken.new), budget, 'ms', 1, rounds);
});

labCase('the probe’s own process needs little more memory than Node does by itself', async () => {
  const root = await prepared();
  const peaks = async (argv: string[]) => {
    const env = { PEAK_FILE: `/home/lab/peaks-${argv.length}`, NODE_OPTIONS: '' };
    for (let round = 0; round < rounds; round++)
      await succeed(root, ['node', '--import', '/lab/bench/peak.js', ...argv.slice(1)], { user, env });
    const { stdout } = await succeed(root, ['cat', env.PEAK_FILE]);
    return stdout.trim().split('\n').map(Number);
  };
  holdFigure(
    'peak memory of the probe ÷ of node -e 0',
    median(await peaks(probe)),
    median(await peaks([...node, ''])),
    'kB',
    1.6,
    rounds,
  );
});
