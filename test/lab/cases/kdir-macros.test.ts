import { buildEachMacro } from '../each-macro.ts';
import { grounds } from '../kdir.ts';

for (const [system, ground, kernelCase] of grounds) {
  kernelCase(`${system}: modules that use each exported macro of the kernel crate are built`, async () => {
    const { root, tree } = await ground();
    await buildEachMacro(await root(), tree, []);
  });
}
