// print-facts.mjs GOAL [KDIR]: prints what the probe would judge, as JSON.
import { machine } from 'node:os';
import { findArchitecture } from '../../../src/knowledge/architectures/architectures.ts';
import { packagesOfInterest } from '../../../src/knowledge/distributions/distributions.ts';
import type { Goal } from '../../../src/model/assessment.ts';
import { observe } from '../../../src/observe/observe.ts';

const [goal, kdir] = process.argv.slice(2);
const { env } = process;
const arch = findArchitecture(env.ARCH ?? machine());
if (arch === null) throw new Error(`no architecture ${env.ARCH}`);
const goals = [goal as Goal];
process.stdout.write(
  JSON.stringify(await observe({ env, arch, kdir, goals, timeoutMs: 30_000, packages: packagesOfInterest })),
);
