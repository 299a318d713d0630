import { noKernel } from '../answers.ts';
import { check } from '../check.ts';
import { advice } from '../remedies.ts';

export const kernelRust = check({
  id: 'kernel.rust',
  title: 'Rust in the kernel',
  goals: ['rust-for-linux'],
  judge(_facts, { kernel }) {
    if (kernel === null) return noKernel;
    if (kernel.rust) return { status: 'ok', found: `${kernel.title} is built with CONFIG_RUST` };
    return {
      status: 'fail',
      found: `${kernel.title} is built without CONFIG_RUST`,
      needed: 'a kernel built with CONFIG_RUST=y',
      remedies: [
        advice(
          'Write a freestanding module, which any kernel takes; or name the tree of a kernel built with CONFIG_RUST=y with --kdir.',
          'https://docs.kernel.org/rust/quick-start.html',
        ),
      ],
    };
  },
});
