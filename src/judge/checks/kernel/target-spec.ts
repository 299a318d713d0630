import { kernelTargets, specifiedTarget } from '../../../knowledge/kernel/rust-metadata.ts';
import { check } from '../../check.ts';
import { advice } from '../../remedy/remedies.ts';
import { noMetadata, restore, rustTreeOf } from '../../tree/rust-tree.ts';

const needed = "the target.json that the kernel's Rust parts were compiled with";

export const kernelTargetSpec = check({
  id: 'kernel.target-spec',
  title: 'Target specification',
  goals: ['rust-for-linux'],
  about:
    "Whether scripts/target.json, which describes the kernel's target to rustc on x86, is the one that the kernel's Rust parts were compiled with. rustc compares the text. Other architectures use targets that are built into rustc.",
  remedy: 'Put back the target.json of the very build that the Rust metadata is from.',
  source: 'arch/*/Makefile of 6.12 to 7.3; a line end added to the file of a 7.3 tree (E0461).',
  judge(facts, target) {
    const { kernel, architecture } = target;
    const rust = rustTreeOf(kernel);
    if (rust === null) return noMetadata;
    const targets = kernelTargets[architecture.srcarch] ?? [];
    if (!targets.includes(specifiedTarget)) {
      return { status: 'ok', found: `none is needed: the target of ${architecture.name} is built into rustc` };
    }
    const { tree, rmeta } = rust;
    if (!tree.metadata.targetSpec) {
      return {
        status: 'fail',
        found: `${tree.dir}/scripts/target.json is not there`,
        needed,
        detail: 'rustc says: target file "…/target.json" does not exist. rustup target add does not help.',
        remedies: [advice(restore(tree, facts, target))],
      };
    }
    const core = rmeta.find(({ name }) => name === 'libcore.rmeta');
    if (core?.specMatches === false) {
      return {
        status: 'fail',
        found: `${tree.dir}/scripts/target.json is not the one that the kernel's Rust parts were compiled with`,
        needed,
        detail: "rustc says: couldn't find crate `core` with expected target triple (E0461).",
        remedies: [advice(restore(tree, facts, target))],
      };
    }
    return { status: 'ok', found: `${tree.dir}/scripts/target.json` };
  },
});
