import type { Check } from '../check.ts';
import { bindgenVersion } from './bindgen-version.ts';
import { binutilsLd } from './binutils-ld.ts';
import { bootBusybox } from './boot-busybox.ts';
import { bootImage } from './boot-image.ts';
import { bootQemu } from './boot-qemu.ts';
import { bootSignature } from './boot-signature.ts';
import { ccCompiler } from './cc-compiler.ts';
import { clangLlvm } from './clang-llvm.ts';
import { hostArchitecture } from './host-architecture.ts';
import { hostKernel } from './host-kernel.ts';
import { kernelMetadata } from './kernel-metadata.ts';
import { kernelModules } from './kernel-modules.ts';
import { kernelRust } from './kernel-rust.ts';
import { kernelSymvers } from './kernel-symvers.ts';
import { kernelTree } from './kernel-tree.ts';
import { kernelVersion } from './kernel-version.ts';
import { llvmConfigLlvm } from './llvm-config-llvm.ts';
import { makeVersion } from './make-version.ts';
import { paholeVersion } from './pahole-version.ts';
import { rustcIdentity } from './rustc-identity.ts';
import { rustcLibrarySource } from './rustc-library-source.ts';
import { rustcLlvm } from './rustc-llvm.ts';

/** Every check, in the order in which reports list their findings: the machine, the kernel, the tools, the boot. */
export const checks: readonly Check[] = [
  hostArchitecture,
  hostKernel,
  kernelTree,
  kernelVersion,
  kernelModules,
  kernelSymvers,
  kernelRust,
  kernelMetadata,
  rustcLibrarySource,
  rustcIdentity,
  rustcLlvm,
  clangLlvm,
  llvmConfigLlvm,
  ccCompiler,
  makeVersion,
  binutilsLd,
  bindgenVersion,
  paholeVersion,
  bootQemu,
  bootBusybox,
  bootImage,
  bootSignature,
];
