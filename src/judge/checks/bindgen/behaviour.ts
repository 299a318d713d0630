import { type BindgenDefect, bindgenDefects } from '../../../knowledge/kernel/bindgen-defects.ts';
import { compareVersions } from '../../../text/versions.ts';
import { type Answer, check } from '../../check.ts';
import { advice } from '../../remedy/remedies.ts';
import { kernelTools } from '../../tool/kernel-tools.ts';

export const bindgenBehaviour = check({
  id: 'bindgen.behaviour',
  title: 'Known defects of bindgen',
  goals: ['kernel'],
  about:
    "Whether bindgen shows a defect that is known to spoil the kernel's bindings. Distributions mend them without another version number, so that bindgen is tried on a small header where that can tell.",
  remedy: 'Update bindgen to a version without the defect.',
  source:
    "The kernel's scripts/rust_is_available.sh of 6.12 and 7.3, with bindgen's own threads it names; https://github.com/rust-lang/rust-bindgen/issues/3406.",
  judge(facts, target): Answer {
    const { tool: bindgen } = kernelTools(facts, target).bindgen;
    if (bindgen === null || bindgen.outcome !== 'ok') {
      return { status: 'skip', found: 'there is no bindgen to try, as bindgen.version says' };
    }
    const shown = bindgenDefects.filter(({ name }) => bindgen.defects.includes(name));
    const here = `bindgen ${bindgen.version} (${bindgen.path})`;
    if (shown.length === 0) return { status: 'ok', found: `${here} shows no defect that is known` };
    return {
      status: 'warn',
      found: `${here} has a known defect: ${shown.map(({ effect }) => effect).join('; ')}`,
      needed: `a bindgen without it: ${newest(shown)} or newer, or one that the distribution mended`,
      detail: shown.map(({ source }) => `See ${source}.`).join(' '),
      remedies: [advice(`Update bindgen to ${newest(shown)} or newer.`)],
    };
  },
});

/** The first version that is free of all of them. */
function newest(defects: readonly BindgenDefect[]): string {
  return (
    defects
      .map(({ bindgen: { before } }) => before)
      .sort(compareVersions)
      .at(-1) ?? ''
  );
}
