import type { Minima, Scenario } from './scenario.ts';
import { bindgenScenarios } from './scenarios/bindgen.ts';
import { ccScenarios } from './scenarios/cc.ts';
import { defectOf066, defectOfConcatenation, defectOfLibclang22 } from './scenarios/defects.ts';
import { libclangScenarios } from './scenarios/libclang.ts';
import { rustcScenarios } from './scenarios/rustc.ts';
import { unsetScenarios } from './scenarios/unset.ts';

/** Lines of kernels whose script is run. */
export type KernelLine = '6.12' | '7.3';

/** Every test that a kernel has of its `rust_is_available.sh`, rebuilt from its description. */
export function scenariosOf(line: KernelLine, minima: Minima): Scenario[] {
  const olderDefects = line === '6.12' ? [...defectOf066, defectOfConcatenation] : [];
  return [
    ...unsetScenarios,
    ...rustcScenarios(minima),
    ...bindgenScenarios(minima),
    ...libclangScenarios(minima),
    ...olderDefects,
    defectOfLibclang22,
    ...ccScenarios(minima),
  ];
}
