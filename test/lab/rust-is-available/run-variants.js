// run-variants.js SOURCE FAKES ENVIRONMENTS
// Runs the kernel's script of SOURCE and the probe in each of ENVIRONMENTS, a JSON list, inside a root of the lab.
// Prints a JSON list: how the script ended, and the probe's findings.
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';

const [, , source = '', fakes = '', environments = ''] = process.argv;

/**
 * @param {string} program
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ status: unknown, stdout: string, stderr: string }>}
 */
function run(program, words, env) {
  return new Promise((resolve) => {
    const options = { cwd: source, env, maxBuffer: 1e8 };
    execFile(program, words, options, (error, stdout, stderr) => {
      resolve({ status: error ? (error.code ?? error.signal) : 0, stdout, stderr });
    });
  });
}

/** @param {Record<string, string>} own @param {number} index */
async function runVariant(own, index) {
  const env = { HOME: '/root', LANG: 'C.UTF-8', ...own, PATH: `${fakes}/${index}:${process.env.PATH}` };
  const script = await run(`${source}/scripts/rust_is_available.sh`, [], env);
  const words = ['/lab/package/dist/cli.js', 'probe', '--for', 'kernel', '--format', 'json', '--kdir', source];
  const probe = await run(process.execPath, words, env);
  return { script, findings: probe.stdout && JSON.parse(probe.stdout).findings, refusal: probe.stderr };
}

/** @type {[number, Record<string, string>][]} */
const waiting = [...JSON.parse(environments).entries()];
/** @type {unknown[]} */
const results = [];

async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [index, own] = next;
    results[index] = await runVariant(own, index);
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
process.stdout.write(JSON.stringify(results));
