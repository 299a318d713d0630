/** Why kernels of an architecture cannot have Rust, where more is known than that its Kconfig selects no HAVE_RUST. */
export interface UpstreamNote {
  /** Our name of the architecture. */
  architecture: string;
  /** A clause for people. */
  text: string;
  source: string;
}

/** Only rows that depart from the rule: all others are told by `select HAVE_RUST` alone. */
export const upstreamNotes: readonly UpstreamNote[] = [
  {
    architecture: 'i386',
    text: '32-bit x86 takes Rust only as a user-mode kernel (um)',
    source: 'scripts/generate_rust_target.rs of 7.3: "32-bit x86 only works under UML"',
  },
  {
    architecture: 'mips64el',
    text: 'a patch of 2024 for it was not merged',
    source: '20240903-mips-rust-v1-0 on the mailing list linux-mips',
  },
  {
    architecture: 'mips',
    text: 'a patch of 2024 for it was not merged',
    source: '20240903-mips-rust-v1-0 on the mailing list linux-mips',
  },
  {
    architecture: 'sparc64',
    text: 'no patch for it is known',
    source: 'https://github.com/Rust-for-Linux/linux/issues/108',
  },
];

/** What is known of an architecture besides, to follow a sentence's end; empty where nothing is. */
export function noteOf(name: string): string {
  const note = upstreamNotes.find(({ architecture }) => architecture === name);
  return note ? `: ${note.text}` : '';
}
