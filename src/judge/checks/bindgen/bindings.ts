import { bindgenDefects } from '../../../knowledge/kernel/bindgen-defects.ts';
import { type Answer, check } from '../../check.ts';
import { advice } from '../../remedy/remedies.ts';
import { kernelTools } from '../../tool/kernel-tools.ts';

/**
 * Stricter than the kernel's own check, which goes on with a warning: bindgen.behaviour says what that says, with the remedy.
 */
export const bindgenBindings = check({
  id: 'bindgen.bindings',
  title: 'Bindings of the kernel',
  goals: ['kernel'],
  about:
    "Whether the kernel's Rust parts compile with the bindings that this bindgen makes. make rustavailable only warns of bindgen's known defects; with some of them the build is known to stop later on.",
  remedy: 'Update bindgen to a version without the defect.',
  source: 'make modules_prepare of 7.3 with bindgen 0.71.1 and libclang 22.',
  judge(facts, target): Answer {
    const { tool: bindgen } = kernelTools(facts, target).bindgen;
    if (bindgen === null || bindgen.outcome !== 'ok') {
      return { status: 'skip', found: 'there is no bindgen to make them, as bindgen.version says' };
    }
    const fatal = bindgenDefects.filter(({ name, stops }) => stops !== null && bindgen.defects.includes(name));
    if (fatal.length === 0) return { status: 'ok', found: 'nothing is known that keeps them from compiling' };
    return {
      status: 'fail',
      found: `the bindings that bindgen ${bindgen.version} (${bindgen.path}) makes do not compile: ${fatal.map(({ effect }) => effect).join('; ')}`,
      needed: 'a bindgen without that defect, as bindgen.behaviour says',
      remedies: fatal.map(({ bindgen: { before } }) => advice(`Update bindgen to ${before} or newer.`)),
      detail: fatal.map(({ stops }) => `make stops with ${stops}.`).join(' '),
    };
  },
});
