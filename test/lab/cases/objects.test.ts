import { expect } from 'vitest';
import { labCase } from '../case.ts';
import { edit } from '../files.ts';
import { objectComplaints } from '../objects.ts';
import { builtHello, make } from '../product.ts';
import { expectStatus } from '../run.ts';
import { say } from '../say.ts';

labCase(
  'Debian 12: a freestanding module holds neither vector instructions nor bare branches, unless they are written into it',
  async () => {
    const root = await builtHello();
    expect(await objectComplaints(root, '/root/hello', 'x86_64')).toEqual([]);
    const library = '/root/hello/src/lib.rs';
    await edit(root, library, '#![deny(unsafe_code)]\n', '');
    const code = 'addsd %xmm0, %xmm0; call *%rax; ret';
    await edit(
      root,
      library,
      'let primes =',
      `// SAFETY: it is looked at and never run.
        unsafe { core::arch::asm!("${code}", options(att_syntax)) };
        let primes =`,
    );
    expectStatus(await make(root, '/root/hello'), 0);
    const complaints = await objectComplaints(root, '/root/hello', 'x86_64');
    say(complaints.join('\n    '));
    for (const file of ['hello.ko', 'kernel/rust.o']) {
      const said = complaints.filter((complaint) => complaint.startsWith(`${file}: `));
      expect(said.map((complaint) => complaint.replace(/.*: /, ''))).toEqual(
        expect.arrayContaining(['addsd %xmm0,%xmm0.', 'call *%rax.', 'ret.']),
      );
    }
  },
);
