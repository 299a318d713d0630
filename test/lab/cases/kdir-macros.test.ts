import { expect } from 'vitest';
import { buildEachMacro } from '../each-macro.ts';
import { grounds } from '../kdir.ts';
import { probe } from '../product.ts';
import { succeed } from '../run.ts';

for (const [system, ground, kernelCase] of grounds) {
  kernelCase(`${system}: modules that use each exported macro of the kernel crate are built`, async () => {
    const { root, tree } = await ground();
    const own = await root();
    await buildEachMacro(own, tree, []);
    // The probe says so if one is gone that a macro includes.
    const options = { user: 'lab' } as const;
    await succeed(own, ['rm', `${tree}/rust/kernel/generated_arch_warn_asm.rs`], options);
    const finding = (await probe(own, options)).findings.find(({ id }) => id === 'kernel.metadata');
    expect(finding).toMatchObject({ status: 'warn', found: expect.stringContaining('generated_arch_warn_asm.rs') });
  });
}
