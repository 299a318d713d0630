// trace-build.mjs GROUND: builds the whole module and prints as JSON what that used.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fresh, limits, pristine } from './module.ts';
import type { SweepGround, Used } from './plan.ts';
import { parseTrace } from './trace.ts';
import { heededVariables } from './variables.ts';

const { module, tree, env }: SweepGround = JSON.parse(process.argv[2] ?? '');
renameSync(module, pristine(module));
fresh(module);
const options = ['--follow-forks', '--decode-fds=path', '-qq', '-s', '4096', '-e', 'trace=%file', '-o', '/tmp/trace'];
const { status, stdout, stderr } = spawnSync('strace', [...options, 'make', '-C', module], { ...limits, env });
if (status !== 0) throw new Error(`The traced build ended with ${status}:\n${stdout}\n${stderr}`);

const touched = parseTrace(readFileSync('/tmp/trace', 'utf8'), realpathSync(tree));
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
