import { compareVersions } from '../../../text/versions.ts';
import { type Answer, check } from '../../check.ts';
import { kernelTools } from '../../tool/kernel-tools.ts';

export const libclangClang = check({
  id: 'libclang.clang',
  title: 'libclang and clang',
  goals: ['kernel'],
  about:
    "Whether the libclang that bindgen loads and the Clang that compiles the kernel are of one version: two of them may lay out the kernel's structures differently, and Rust's would then not be C's.",
  remedy:
    'Set LIBCLANG_PATH to the libclang that came with the clang, or CC and LLVM to the clang that came with the libclang.',
  source: "The kernel's scripts/rust_is_available.sh, which compares the two version numbers.",
  judge(facts, target): Answer {
    const libclang = kernelTools(facts, target).bindgen.tool?.libclang;
    const { cc } = facts;
    if (libclang?.outcome !== 'ok' || libclang.version === null) {
      return { status: 'skip', found: 'there is no libclang to compare, as bindgen.libclang says' };
    }
    if (cc?.family !== 'Clang' || cc.version === null) {
      return { status: 'skip', found: 'the kernel would not be compiled by Clang' };
    }
    if (compareVersions(libclang.version, cc.version) === 0) {
      return { status: 'ok', found: `libclang and ${cc.path} are both ${cc.version}` };
    }
    return {
      status: 'warn',
      found: `bindgen loads libclang ${libclang.version}, and ${cc.path} is ${cc.version}`,
      needed: 'a libclang of the very version of clang, to be sure that both lay out structures alike',
    };
  },
});
