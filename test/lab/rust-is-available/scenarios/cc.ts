import { libclangText } from '../libclang-text.ts';
import { missing } from '../places.ts';
import type { Minima, Scenario } from '../scenario.ts';

const git = '(https://github.com/llvm/llvm-project.git 0123456789abcdef0123456789abcdef01234567)';
const differs = "libclang (used by the Rust bindings generator '…') version does not match Clang's.";

/** Scenarios about the C compiler. */
export function ccScenarios({ llvm }: Minima): Scenario[] {
  const banner = ['Target: x86_64-pc-linux-gnu', 'Thread model: posix', 'InstalledDir: /usr/bin'];
  return [
    {
      name: 'clang_matches_bindgen_libclang_different_bindgen',
      variants: [
        {
          title: '',
          bindgen: { libclang: libclangText('999.0.0') },
          expected: 'available with warnings',
          says: differs,
        },
      ],
    },
    {
      name: 'clang_matches_bindgen_libclang_different_clang',
      variants: [{ title: '', clang: 'clang version 999.0.0', expected: 'available with warnings', says: differs }],
    },
    {
      name: 'success_cc_unknown',
      variants: [{ title: '', env: { CC: missing }, expected: 'available', says: 'unknown C compiler' }],
    },
    {
      name: 'success_cc_multiple_arguments_ccache',
      variants: [
        {
          title: '',
          clang: [`Ubuntu clang version ${llvm}-1ubuntu1`, ...banner].join('\n'),
          env: { CC: 'ccache clang' },
          expected: 'available',
        },
      ],
    },
    {
      name: 'success_clang_version',
      variants: [`${llvm} ${git}`, `${llvm}-dev`, `${llvm}-2~ubuntu20.04.1`]
        .map((version) => `clang version ${version}`)
        .concat(`Ubuntu clang version ${llvm}-2~ubuntu20.04.1`)
        .map((clang) => ({ title: clang, clang, expected: 'available' })),
    },
    {
      name: 'success_real_programs',
      variants: ['gcc', 'clang'].map((CC) => ({ title: CC, real: true, env: { CC }, expected: 'available' })),
    },
  ];
}
