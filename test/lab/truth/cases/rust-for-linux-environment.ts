import type { CaseDraft } from '../case.ts';
import { llvmSuffix, rustcOfWords } from './both-flavours.ts';
import { built } from './words.ts';

/** Variables of the environment that Kbuild and the compilers read. */
export const environment: CaseDraft[] = [
  rustcOfWords,
  {
    name: 'retpoline-rustflags',
    state: 'RETPOLINE_RUSTFLAGS of the environment, which Kbuild adds to and never sets',
    env: { RETPOLINE_RUSTFLAGS: 'nonsense' },
    because: [],
    makeSays: built,
  },
  {
    name: 'tmpdir-nowhere',
    state: 'TMPDIR names a folder that is not there',
    env: { TMPDIR: '/nowhere' },
    because: [],
    makeSays: built,
  },
  {
    name: 'krustflags',
    state: 'KRUSTFLAGS holds an option that no rustc knows',
    env: { KRUSTFLAGS: '-Cnonsense' },
    because: ['rustc.identity'],
    makeSays: /unknown codegen option/,
  },
  llvmSuffix,
];
