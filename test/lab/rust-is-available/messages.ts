/**
 * What the kernel's `scripts/rust_is_available.sh` says, by its fixed part, and the finding that says the same.
 * `'…'` stands for anything in quotes. null: no finding, since the probe has no such trouble.
 */
export const messages = {
  "Environment variable 'RUSTC' is not set.": null,
  "Environment variable 'BINDGEN' is not set.": null,
  "Environment variable 'CC' is not set.": null,
  "Rust compiler '…' could not be found.": 'rustc.version',
  "Running '…' to check the Rust compiler version failed with code": 'rustc.version',
  "Running '…' to check the Rust compiler version did not return an expected output.": 'rustc.version',
  "Rust compiler '…' is too old.": 'rustc.version',
  "Rust bindings generator '…' could not be found.": 'bindgen.version',
  "Running '…' to check the Rust bindings generator version failed with code": 'bindgen.version',
  "Running '…' to check the bindings generator version did not return an expected output.": 'bindgen.version',
  "Rust bindings generator '…' is too old.": 'bindgen.version',
  "Running '…' to check the libclang version (used by the Rust bindings generator) failed with code":
    'bindgen.libclang',
  "Running '…' to check the libclang version (used by the Rust bindings generator) did not return an expected output.":
    'bindgen.libclang',
  "libclang (used by the Rust bindings generator '…') is too old.": 'bindgen.libclang',
  "Rust bindings generator '…' versions 0.66.0 and 0.66.1 may not work due to a bug": 'bindgen.behaviour',
  "Rust bindings generator '…' < 0.69.5 together with libclang >= 19.1 may not work due to a bug": 'bindgen.behaviour',
  "Rust bindings generator '…' < 0.72.1 together with libclang >= 22 may not work due to a bug": 'bindgen.behaviour',
  "libclang (used by the Rust bindings generator '…') version does not match Clang's.": 'libclang.clang',
  "Source code for the 'core' standard library could not be found at '…'.": 'rustc.core-source',
  // From cc-version.sh, which it runs to learn whether the compiler is Clang: it goes on without an answer.
  'unknown C compiler': 'cc.kernel',
} as const;

export type Message = keyof typeof messages;

/** Every message of the table that a text on stderr holds, in the table's order. */
export function messagesIn(stderr: string): Message[] {
  const text = stderr.replaceAll('***', '').replaceAll(/\s+/g, ' ');
  return (Object.keys(messages) as Message[]).filter((message) => pattern(message).test(text));
}

function pattern(message: Message): RegExp {
  const literal = message.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(literal.replaceAll('…', "[^']*"));
}
