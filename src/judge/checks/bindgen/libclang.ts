import type { BindgenFact, Facts } from '../../../model/facts.ts';
import { isBelow } from '../../answers.ts';
import { type Answer, check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { advice } from '../../remedy/remedies.ts';
import { kernelTools } from '../../tool/kernel-tools.ts';
import { minimumFor } from '../../tool/minimum-tools.ts';

export const bindgenLibclang = check({
  id: 'bindgen.libclang',
  title: 'libclang that bindgen loads',
  goals: ['kernel'],
  about:
    "Which libclang bindgen really loads, found by running it on a header, and whether that is new enough: several may be installed, and bindgen reads the kernel's headers through one of them.",
  remedy: 'Install libclang (it comes with clang), or set LIBCLANG_PATH to the folder of one that is new enough.',
  source: "The kernel's scripts/rust_is_available.sh; the minimum of llvm in scripts/min-tool-version.sh.",
  judge(facts, target): Answer {
    const { tool: bindgen } = kernelTools(facts, target).bindgen;
    if (bindgen === null || bindgen.libclang === null) {
      return { status: 'skip', found: 'there is no bindgen to load one, as bindgen.version says' };
    }
    return judgeLibclang(bindgen, bindgen.libclang, facts, target);
  },
});

function judgeLibclang(
  { path }: BindgenFact,
  libclang: NonNullable<BindgenFact['libclang']>,
  { environment }: Facts,
  { source, architecture, timeoutMs }: Target,
): Answer {
  const { outcome, version, line } = libclang;
  const needed = 'a bindgen that finds a libclang and reads headers with it';
  const remedies = [advice(whereToLook(environment.LIBCLANG_PATH))];
  switch (outcome) {
    case 'timeout':
      return {
        status: 'timeout',
        found: `${path} did not read a header within ${timeoutMs / 1000} s`,
        needed,
        remedies,
      };
    case 'crash':
    case 'not-runnable':
      return {
        status: 'crash',
        found: `${path} failed to read a header, as it does where it finds no libclang`,
        needed,
        detail: line,
        remedies,
      };
    case 'garbage':
      return { status: 'crash', found: `${path} does not say which libclang it loads`, needed, detail: line, remedies };
    case 'ok':
      break;
  }
  const minimum = minimumFor('llvm', source, architecture);
  if (minimum && isBelow(version, minimum)) {
    return {
      status: 'fail',
      found: `the libclang that ${path} loads is version ${version}`,
      needed: `at least ${minimum.version}, which ${minimum.by} asks for`,
      remedies,
    };
  }
  return { status: 'ok', found: `${path} loads libclang ${line}` };
}

function whereToLook(set: string | undefined): string {
  return set === undefined
    ? 'Install clang with its libclang, new enough for this kernel; or set LIBCLANG_PATH to the folder that holds libclang.so.'
    : `Let LIBCLANG_PATH, which is ${set}, name a folder that holds a libclang.so new enough for this kernel; or unset it.`;
}
