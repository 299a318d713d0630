import { libclangText } from '../libclang-text.ts';
import type { Minima, Scenario } from '../scenario.ts';

const git = '(https://github.com/llvm/llvm-project.git 0123456789abcdef0123456789abcdef01234567)';
const fedora = '(Fedora 21.1.0-3.fc43)';
const locale = '\n/nix/store/0-bash-5.3.9/bin/bash: warning: setlocale: LC_ALL: cannot change locale (c)';
/** A path with version numbers of its own. */
const nixHeader = '/home/somebody/linux-6.1/lib/modules/6.1.0-trial/source/libclang.h';

/** Scenarios about the libclang that bindgen loads. */
export function libclangScenarios({ llvm }: Minima): Scenario[] {
  return [
    {
      name: 'bindgen_libclang_failure',
      variants: [
        {
          title: '',
          bindgen: { libclang: 42 },
          expected: 'not available',
          says: "Running '…' to check the libclang version (used by the Rust bindings generator) failed with code",
        },
      ],
    },
    {
      name: 'bindgen_libclang_unexpected_version',
      variants: [
        {
          title: '',
          bindgen: { libclang: libclangText('unexpected') },
          expected: 'not available',
          says: "Running '…' to check the libclang version (used by the Rust bindings generator) did not return an expected output.",
        },
      ],
    },
    {
      name: 'bindgen_libclang_old_version',
      variants: [
        {
          title: '',
          bindgen: { libclang: libclangText('10.0.0') },
          expected: 'not available',
          says: "libclang (used by the Rust bindings generator '…') is too old.",
        },
      ],
    },
    {
      name: 'success_bindgen_libclang',
      variants: [
        { title: 'a git commit after it', libclang: libclangText(`${llvm} ${git}`) },
        { title: 'a path with numbers before it', libclang: libclangText(`${llvm} `, nixHeader) },
        { title: 'Fedora’s words after it', libclang: libclangText(`${llvm} ${fedora}`) },
        { title: 'a warning before it', libclang: `${locale}\n${libclangText(`${llvm} `)}\n` },
        {
          title: 'a warning and a path before it',
          libclang: `${locale}\n${libclangText(`${llvm} ${fedora}`, nixHeader)}\n`,
        },
      ].map(({ title, libclang }) => ({ title, bindgen: { libclang }, expected: 'available' })),
    },
  ];
}
