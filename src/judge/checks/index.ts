import type { Check } from '../check.ts';
import { bindgenBehaviour } from './bindgen/behaviour.ts';
import { bindgenBindings } from './bindgen/bindings.ts';
import { bindgenLibclang } from './bindgen/libclang.ts';
import { bindgenVersion } from './bindgen/version.ts';
import { binutilsLd } from './binutils/ld.ts';
import { bootBusybox } from './boot/busybox.ts';
import { bootImage } from './boot/image.ts';
import { bootLibc } from './boot/libc.ts';
import { bootQemu } from './boot/qemu.ts';
import { bootSignature } from './boot/signature.ts';
import { buildPrograms } from './build/programs.ts';
import { ccCompiler } from './cc/compiler.ts';
import { ccKernel } from './cc/kernel.ts';
import { clangLlvm } from './clang/llvm.ts';
import { hostArchitecture } from './host/architecture.ts';
import { hostContainer } from './host/container.ts';
import { hostKernel } from './host/kernel.ts';
import { hostLoading } from './host/loading.ts';
import { hostTemporary } from './host/temporary.ts';
import { kernelBuild } from './kernel/build.ts';
import { kernelConfiguration } from './kernel/configuration.ts';
import { kernelMetadata } from './kernel/metadata.ts';
import { kernelModules } from './kernel/modules.ts';
import { kernelOneRustc } from './kernel/one-rustc.ts';
import { kernelProcMacros } from './kernel/proc-macros.ts';
import { kernelRust } from './kernel/rust.ts';
import { kernelRustSupport } from './kernel/rust-support.ts';
import { kernelSource } from './kernel/source.ts';
import { kernelSymvers } from './kernel/symvers.ts';
import { kernelTargetSpec } from './kernel/target-spec.ts';
import { kernelTree } from './kernel/tree.ts';
import { kernelVersion } from './kernel/version.ts';
import { libclangClang } from './libclang/clang.ts';
import { llvmInlineHelpers } from './llvm/inline-helpers.ts';
import { llvmSetting } from './llvm/setting.ts';
import { llvmTools } from './llvm/tools.ts';
import { llvmConfigLlvm } from './llvm-config/llvm.ts';
import { makeVersion } from './make/version.ts';
import { paholeVersion } from './pahole/version.ts';
import { prepareLibraries } from './prepare/libraries.ts';
import { prepareTools } from './prepare/tools.ts';
import { rustcCoreSource } from './rustc/core-source.ts';
import { rustcIdentity } from './rustc/identity.ts';
import { rustcLibrarySource } from './rustc/library-source.ts';
import { rustcLlvm } from './rustc/llvm.ts';
import { rustcVersion } from './rustc/version.ts';

/** Every check, in the order in which reports list their findings: the machine, the kernel, the tools, the boot. */
export const checks: readonly Check[] = [
  hostArchitecture,
  hostContainer,
  hostKernel,
  hostLoading,
  hostTemporary,
  kernelTree,
  kernelVersion,
  kernelModules,
  kernelBuild,
  kernelSymvers,
  kernelRustSupport,
  kernelRust,
  kernelMetadata,
  kernelProcMacros,
  kernelTargetSpec,
  kernelOneRustc,
  kernelSource,
  kernelConfiguration,
  rustcLibrarySource,
  rustcIdentity,
  rustcVersion,
  rustcCoreSource,
  rustcLlvm,
  bindgenVersion,
  bindgenBehaviour,
  bindgenBindings,
  bindgenLibclang,
  libclangClang,
  ccCompiler,
  ccKernel,
  clangLlvm,
  llvmConfigLlvm,
  llvmSetting,
  llvmTools,
  llvmInlineHelpers,
  makeVersion,
  binutilsLd,
  buildPrograms,
  paholeVersion,
  prepareTools,
  prepareLibraries,
  bootQemu,
  bootBusybox,
  bootImage,
  bootSignature,
  bootLibc,
];
