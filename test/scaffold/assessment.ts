import type { Assessment, Verdict } from '../../src/model/assessment.ts';

const verdict = (status: Verdict['status']): Verdict => ({
  status,
  summary: `It is ${status}.`,
  because: [],
  unproven: [],
  remedies: [],
});

/** What is found out about a machine that can build freestanding modules for its 6.1 kernel. */
export function assessment(overrides: Partial<Assessment> = {}): Assessment {
  return {
    schemaVersion: 1,
    generator: { name: 'generator-kernel-rust-module', version: '1.2.3' },
    host: {
      arch: 'x86_64',
      kernelRelease: '6.1.0-56-amd64',
      distribution: null,
      container: null,
      cache: { dir: null, bytes: 0 },
    },
    target: {
      arch: 'x86_64',
      kernel: {
        release: '6.1.0-56-amd64',
        dir: '/usr/src/linux-headers-6.1.0-56-amd64',
        state: 'headers',
        llvm: false,
      },
      chosen: 'The only one.',
    },
    verdicts: {
      'rust-for-linux': verdict('blocked'),
      freestanding: verdict('ready'),
      boot: verdict('ready'),
      kernel: verdict('unproven'),
    },
    asked: [],
    findings: [],
    toolchains: [
      {
        rustc: '/usr/bin/rustc',
        version: 'rustc 1.96.0',
        host: 'x86_64-unknown-linux-gnu',
        llvmVersion: '19.1',
        sysroot: '/usr',
        librarySource: '/usr/lib/rustlib/src/rust/library',
        chosenFor: ['freestanding'],
        passedOver: null,
      },
    ],
    kernels: [],
    commands: [],
    ...overrides,
  };
}
