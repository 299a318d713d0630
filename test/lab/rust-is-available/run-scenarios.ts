import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../../src/model/assessment.ts';
import { debianRoot } from '../debian.ts';
import { labFolders } from '../folders.ts';
import type { Root } from '../root.ts';
import { succeed } from '../run.ts';
import type { ScriptEnd } from './conclusion.ts';
import { variablesOf } from './environment.ts';
import { readMinima, testNames, unpackScripts } from './kernel-script.ts';
import { fakes } from './places.ts';
import type { Scenario, Variant } from './scenario.ts';
import { type KernelLine, scenariosOf } from './scenarios.ts';
import { rustAndSources } from './system.ts';
import { writeFakes } from './write-fakes.ts';

/** What was seen of one variant of a scenario. */
export interface Trial {
  scenario: Scenario;
  variant: Variant;
  script: ScriptEnd;
  findings: Finding[];
}

/** Every trial of a kernel's script. */
export interface Trials {
  /** Names of the tests that the kernel itself has of it. */
  tests: string[];
  scenarios: Scenario[];
  trials: Trial[];
}

/** Debian's usual one: a rustup of this machine's would not be found on it. */
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Unpacks a kernel's script in a Debian root, and runs it and the probe on every variant of every scenario. */
export async function runScenarios(line: KernelLine): Promise<Trials> {
  const root = await debianRoot(rustAndSources);
  const source = await unpackScripts(root, line);
  const minima = await readMinima(root, source);
  const scenarios = scenariosOf(line, minima);
  const pairs = scenarios.flatMap((scenario) => scenario.variants.map((variant) => ({ scenario, variant })));
  const variants = pairs.map(({ variant }) => variant);
  const folder = await mkdtemp(join(labFolders().temporary, 'fakes-'));
  await writeFakes(folder, variants, minima);
  const equipped: Root = { ...root, binds: { ...root.binds, [folder]: fakes } };
  const runner = ['node', '/lab/repository/test/lab/rust-is-available/run-variants.js'];
  const environments = JSON.stringify(variants.map(variablesOf));
  const { stdout } = await succeed(equipped, [...runner, source, fakes, environments], { env: { PATH: path } });
  const seen: Omit<Trial, 'scenario' | 'variant'>[] = JSON.parse(stdout);
  const trials = pairs.flatMap((pair, index) => {
    const one = seen[index];
    return one ? [{ ...pair, ...one }] : [];
  });
  return { tests: await testNames(root, source), scenarios, trials };
}
