import { missing, nonexecutable } from '../places.ts';
import type { Minima, Scenario } from '../scenario.ts';

const commit = '(0123abcde 2024-01-31)';

/** Scenarios about the Rust compiler and its library source. */
export function rustcScenarios({ rustc }: Minima): Scenario[] {
  const withoutPatch = rustc.split('.').slice(0, 2).join('.');
  const unexpected = "Running '…' to check the Rust compiler version did not return an expected output.";
  const noSource = "Source code for the 'core' standard library could not be found at '…'.";
  return [
    {
      name: 'rustc_missing',
      variants: [
        {
          title: '',
          env: { RUSTC: missing },
          expected: 'not available',
          says: "Rust compiler '…' could not be found.",
        },
      ],
    },
    {
      name: 'rustc_nonexecutable',
      variants: [
        {
          title: '',
          env: { RUSTC: nonexecutable },
          expected: 'not available',
          says: "Running '…' to check the Rust compiler version failed with code",
        },
      ],
    },
    {
      name: 'rustc_unexpected_binary',
      variants: [{ title: '', env: { RUSTC: 'true' }, expected: 'not available', says: unexpected }],
    },
    {
      name: 'rustc_unexpected_name',
      variants: [{ title: '', rustc: `unexpected ${rustc} ${commit}`, expected: 'not available', says: unexpected }],
    },
    {
      name: 'rustc_unexpected_version',
      variants: [{ title: '', rustc: `rustc unexpected ${commit}`, expected: 'not available', says: unexpected }],
    },
    {
      name: 'rustc_no_minor',
      variants: [{ title: '', rustc: `rustc ${withoutPatch} ${commit}`, expected: 'not available', says: unexpected }],
    },
    {
      name: 'rustc_old_version',
      variants: [
        {
          title: '',
          rustc: `rustc 1.60.0 ${commit}`,
          expected: 'not available',
          says: "Rust compiler '…' is too old.",
        },
      ],
    },
    {
      name: 'success_rustc_version',
      variants: [rustc, `${rustc}-dev`, `${rustc}-1.60.0`].map((version) => ({
        title: version,
        rustc: `rustc ${version} ${commit}`,
        expected: 'available',
      })),
    },
    {
      name: 'rustc_src_core_krustflags',
      variants: [
        {
          title: '',
          real: true,
          env: { KRUSTFLAGS: `--sysroot=${missing}` },
          expected: 'not available',
          says: noSource,
        },
      ],
    },
    {
      name: 'rustc_src_core_rustlibsrc',
      variants: [{ title: '', env: { RUST_LIB_SRC: missing }, expected: 'not available', says: noSource }],
    },
  ];
}
