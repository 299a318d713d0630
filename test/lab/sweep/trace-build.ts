// trace-build.mjs GROUND: builds the whole module and prints as JSON what that used.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fresh, limits, pristine } from './module.ts';
import type { SweepGround, Used } from './plan.ts';
import { parseTrace } from './trace.ts';
import { heededVariables } from './variables.ts';

const { module, tree, env }: SweepGround = JSON.parse(process.argv[2] ?? '');
renameSync(module, pristine(module));
fresh(module);
const traces = mkdtempSync(join(tmpdir(), 'trace-'));
// In one file for all processes, a call that another one's interrupts would take two lines.
const follow = ['--follow-forks', '--output-separately', '-o', join(traces, 'of')];
const options = [...follow, '--decode-fds=path', '-qq', '-s', '4096', '-e', 'trace=%file'];
const { status, stdout, stderr } = spawnSync('strace', [...options, 'make', '-C', module], { ...limits, env });
if (status !== 0) throw new Error(`The traced build ended with ${status}:\n${stdout}\n${stderr}`);

const trace = readdirSync(traces).map((name) => readFileSync(join(traces, name), 'utf8'));
const touched = parseTrace(trace.join(''), realpathSync(tree));
// What a tree's links lead to is part of it: its source, the distribution's headers and their programs.
const below = (folder: string, name: RegExp) =>
  readdirSync(folder)
    .filter((one) => name.test(one))
    .map((one) => join(folder, one));
const named = [
  tree,
  join(tree, 'source'),
  ...below('/usr/src', /^linux-headers-/),
  ...below('/usr/lib', /^linux-kbuild-/),
];
const folders = named.filter((path) => existsSync(path)).map((path) => `${realpathSync(path)}/`);
const isOfTree = (path: string) => folders.some((folder) => path.startsWith(folder));
const real = [...new Set([...touched.files, ...touched.programs].map((path) => realpathSync(path)))];
const files = real.filter(isOfTree).sort();
const makefiles = files.filter((path) => /Makefile|\.include$/.test(path)).map((path) => readFileSync(path, 'utf8'));
const used: Used = {
  files,
  programs: touched.programs.filter((path) => !isOfTree(realpathSync(path))).sort(),
  variables: heededVariables(makefiles),
};
process.stdout.write(JSON.stringify(used));
