import type { Swept } from './plan.ts';

/** Cases in which the probe and make differ for a reason. */
interface Known {
  what: RegExp;
  change: Swept['change'];
  /** What the probe says. */
  ready: boolean;
  why: string;
}

export const known: readonly Known[] = [
  {
    what: /\.h$/,
    change: 'missing',
    ready: true,
    why: 'which of ten thousand headers a module includes, only its own sources tell',
  },
  {
    what: /\.h$/,
    change: 'empty',
    ready: true,
    why: 'which of ten thousand headers a module includes, only its own sources tell',
  },
  {
    what: /\/(?:Makefile[^/]*|subarch\.include)$/,
    change: 'empty',
    ready: false,
    why: 'make goes on with other options than the kernel was built with, and such a module may crash it',
  },
  {
    what: /\/include\/generated\/rustc_cfg$/,
    change: 'empty',
    ready: false,
    why: 'a module that looks at no CONFIG_ symbol compiles without them, and the next one is compiled wrongly',
  },
  {
    what: /\/(?:fixdep|objtool(?:\.real-\w+)?|resolve_btfids)$/,
    change: 'empty',
    ready: false,
    why: 'a shell takes an empty file for a program that succeeds: the module lacks what this one adds',
  },
  {
    what: /\/mkdir$/,
    change: 'missing',
    ready: false,
    why: 'Kbuild can try no option, leaves out each that it would have tried, and such a module may crash the kernel',
  },
  {
    what: /^ARCH$/,
    change: 'set',
    ready: false,
    why: "the word is refused before a tree is looked at: Debian's headers put ARCH aside, and every other tree fails with it",
  },
];

/** Why the probe and make may differ here; null where they may not. */
export function reasonFor({ what, change, status }: Swept): string | null {
  const isReady = status === 'ready';
  return known.find((one) => one.what.test(what) && one.change === change && one.ready === isReady)?.why ?? null;
}
