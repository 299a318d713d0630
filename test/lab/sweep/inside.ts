// inside.mjs PLAN: takes away what a build of a module uses, one after the other, and prints a line of JSON for each.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Assessment } from '../../../src/model/assessment.ts';
import type { SweepPlan, Swept } from './plan.ts';
import { parseTrace } from './trace.ts';
import { heededVariables } from './variables.ts';

const { module, flavour, tree, treeFolders, cli, env, every, headers }: SweepPlan = JSON.parse(process.argv[2] ?? '');
const pristine = `${module}.pristine`;
const limits = { timeout: 300_000, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;

/** No file of an earlier build is left. */
function fresh(): void {
  rmSync(module, { recursive: true, force: true });
  cpSync(pristine, module, { recursive: true });
}

/** What the build of the whole module reads and starts. */
function traced(): { files: string[]; programs: string[] } {
  fresh();
  const words = ['--follow-forks', '--decode-fds=path', '-qq', '-s', '4096', '-e', 'trace=%file', '-o', '/tmp/trace'];
  const { status, stdout, stderr } = spawnSync('strace', [...words, 'make', '-C', module], { ...limits, env });
  if (status !== 0) throw new Error(`The traced build ended with ${status}:\n${stdout}\n${stderr}`);
  return parseTrace(readFileSync('/tmp/trace', 'utf8'), realpathSync(tree));
}

function probe(changed: Record<string, string>): Pick<Swept, 'status' | 'because'> {
  const words = [cli, 'probe', '--format', 'json', '--for', flavour, '--kdir', tree];
  const result = spawnSync(process.execPath, words, { ...limits, env: { ...env, ...changed } });
  if (result.status === 2) return { status: 'refused', because: [result.stderr.trim()] };
  const { verdicts }: Assessment = JSON.parse(result.stdout);
  return { status: verdicts[flavour].status, because: verdicts[flavour].because };
}

function make(changed: Record<string, string>): Pick<Swept, 'exitCode' | 'says'> {
  fresh();
  const { status, stdout, stderr, error } = spawnSync('make', ['-C', module], {
    ...limits,
    env: { ...env, ...changed },
  });
  const lines = `${error?.message ?? ''}\n${stderr}\n${stdout}`.split('\n');
  const says = lines.find((line) => /error|not found|\*\*\*|No such/i.test(line)) ?? '';
  return { exitCode: status, says: status === 0 ? '' : says.trim().slice(0, 200) };
}

function report(what: string, change: Swept['change'], changed: Record<string, string> = {}): void {
  const swept: Swept = { what, change, ...probe(changed), ...make(changed) };
  process.stdout.write(`${JSON.stringify(swept)}\n`);
}

/** @param empty whether a file without content takes its place */
function without(path: string, empty: boolean): void {
  const { mode } = statSync(path);
  renameSync(path, `${path}.away`);
  if (empty) writeFileSync(path, '', { mode });
  report(path, empty ? 'empty' : 'missing');
  renameSync(`${path}.away`, path);
}

const isOfTree = (path: string) => treeFolders.some((folder) => path.startsWith(`${folder}/`));
if (!existsSync(pristine)) renameSync(module, pristine);
const touched = traced();
const ofTree = [...new Set([...touched.files, ...touched.programs].map((path) => realpathSync(path)))].filter(isOfTree);
const [included, others] = [
  ofTree.filter((path) => path.endsWith('.h')),
  ofTree.filter((path) => !path.endsWith('.h')),
];
const makefiles = others.filter((path) => /Makefile|\.include$/.test(path)).map((path) => readFileSync(path, 'utf8'));
const step = Math.ceil(included.length / headers);
const files = [...others, ...included.filter((_, index) => index % step === 0)];
const programs = touched.programs.filter((path) => !isOfTree(realpathSync(path)));
const cases = [
  ...files.flatMap((path) => [() => without(path, false), () => without(path, true)]),
  ...programs.map((path) => () => without(path, false)),
  ...heededVariables(makefiles).map((name) => () => report(`${name}=nonsense`, 'set', { [name]: 'nonsense' })),
];
for (const one of cases.filter((_, index) => index % every === 0)) one();
