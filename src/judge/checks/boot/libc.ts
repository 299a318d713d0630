import { basename } from 'node:path/posix';
import type { Facts } from '../../../model/facts.ts';
import { check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { crossPackage, isForeignTarget } from '../../foreign.ts';
import { install } from '../../remedy/remedies.ts';

/** Only some kinds of modules come with a program to test them, so that no boot fails for the lack of what builds it. */
export const bootLibc = check({
  id: 'boot.libc',
  title: 'Static C library',
  goals: ['boot'],
  about:
    'Whether C programs can be built that need no shared libraries: the system that is booted has none. Kinds of modules that are tested by a program of their own, such as a device, hang on it; the others do not.',
  remedy: 'Install the static C library of the distribution, and a C compiler of the plain name gcc.',
  source: 'What make boot of a scaffolded module calls: the program of CC, otherwise gcc, cc or clang, with -static.',
  judge(facts, target) {
    const { distribution } = target;
    const missing = isForeignTarget(target, facts) ? missingForeign(facts, target) : missingHere(facts, target);
    if (missing.length === 0) return { status: 'ok', found: facts.staticLibc ?? '' };
    const names = missing.map(({ name }) => name).join(' and ');
    return {
      status: 'warn',
      found: `${names} ${missing.length > 1 ? 'are' : 'is'} not here, so that "make boot" cannot build a test program`,
      needed: 'a C compiler and a static C library, for the kinds of modules that a program tests',
      remedies: [
        install(
          names,
          missing.map(({ bringer }) => bringer),
          distribution,
          facts.host,
        ),
      ],
    };
  },
});

/** What is not here, and the package that brings it. */
type Missing = { name: string; bringer: string | undefined }[];

function missingHere(facts: Facts, { distribution }: Target): Missing {
  return [
    ...(hasCompiler(facts) ? [] : [{ name: 'gcc', bringer: distribution?.gcc }]),
    ...(facts.staticLibc ? [] : [{ name: 'libc.a', bringer: distribution?.staticLibc }]),
  ];
}

/** Programs for another architecture are built by the cross compiler of the plain name alone, even where the machine's own builds modules for it. */
function missingForeign(facts: Facts, target: Target): Missing {
  const gcc = `${facts.environment.CROSS_COMPILE || `${target.architecture.gccTriplet}-`}gcc`;
  const isHere = facts.gccs.some(({ path }) => basename(path) === basename(gcc));
  return [
    ...(isHere ? [] : [{ name: gcc, bringer: crossPackage('gcc', target, facts) }]),
    ...(facts.staticLibc
      ? []
      : [{ name: `libc.a of ${target.architecture.name}`, bringer: crossPackage('staticLibc', target, facts) }]),
  ];
}

function hasCompiler({ gccs, clang, environment: { CC, CROSS_COMPILE = '' } }: Facts): boolean {
  return CC !== undefined || clang !== null || gccs.some(({ path }) => basename(path) === `${CROSS_COMPILE}gcc`);
}
