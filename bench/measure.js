// node measure.js PLAN: runs commands in turn, round after round, and prints how long each took, as JSON.
// Runs inside a Debian root beside what it measures, so it needs nothing but Node.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {object} Plan
 * @property {number} rounds how often each command is measured; one round more goes before, unmeasured, to warm the caches
 * @property {boolean} [warm] false where the first round is as good as any other
 * @property {string[]} [before] a command run before each round, unmeasured
 * @property {Record<string, string[]>} commands by name; each starts in an empty folder of its own
 */

/** @type {Plan} */
const plan = JSON.parse(process.argv[2] ?? '');
const names = Object.keys(plan.commands);
/** @type {Record<string, number[]>} milliseconds by name */
const taken = Object.fromEntries(names.map((name) => [name, []]));

if (plan.warm !== false) runRound();
for (let round = 0; round < plan.rounds; round++) {
  for (const [name, milliseconds] of runRound()) taken[name]?.push(milliseconds);
}
process.stdout.write(JSON.stringify(taken));

/** @returns {[name: string, milliseconds: number][]} */
function runRound() {
  if (plan.before) time(plan.before, '/');
  return names.map((name) => {
    const folder = mkdtempSync(join(tmpdir(), 'measure-'));
    const milliseconds = time(plan.commands[name] ?? [], folder);
    rmSync(folder, { recursive: true });
    return [name, milliseconds];
  });
}

/**
 * @param {string[]} argv
 * @param {string} cwd
 */
function time([file = '', ...rest], cwd) {
  const began = performance.now();
  const { status, error } = spawnSync(file, rest, { cwd, stdio: 'ignore' });
  const milliseconds = performance.now() - began;
  if (status !== 0)
    throw new Error(`${file} ${rest.join(' ')} ended with status ${status}, so its time means nothing.`, {
      cause: error,
    });
  return milliseconds;
}
