import type { Facts } from '../../../model/facts.ts';
import { judgeTool } from '../../answers.ts';
import { type Answer, check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { bringForeign, isForeignTarget } from '../../foreign.ts';
import { advice, install } from '../../remedy/remedies.ts';

const purpose = 'linked statically, which is all that the booted system consists of beside the module';

export const bootBusybox = check({
  id: 'boot.busybox',
  title: 'busybox',
  goals: ['boot'],
  about:
    'Whether busybox is here and linked statically. The system that is booted holds nothing but busybox and the module, so that shared libraries would be missing there. It is looked for by every name that distributions give a static one.',
  remedy: 'Install the static busybox of the distribution.',
  source: 'What make boot of a scaffolded module packs; PT_INTERP of elf(5) tells a dynamic program.',
  judge(facts, target): Answer {
    if (isForeignTarget(target, facts)) return judgeForeign(facts, target);
    const { busybox, host } = facts;
    const { distribution } = target;
    const answer = judgeTool(
      { name: 'busybox', tool: busybox, purpose, packages: [distribution?.busybox] },
      facts,
      target,
    );
    if (busybox === null || answer.status !== 'ok' || busybox.static) return answer;
    return {
      status: 'fail',
      found: `busybox (${busybox.path}) needs shared libraries`,
      needed: `a busybox ${purpose}`,
      remedies: [install('a static busybox', [distribution?.busybox], distribution, host)],
    };
  },
});

/** Two of them: the machine's own, shared libraries or not, packs the system that the other one runs in. */
function judgeForeign(facts: Facts, target: Target): Answer {
  const { name } = target.architecture;
  const packing = 'which packs the system that is booted';
  const packages = [target.distribution?.busybox];
  const own = judgeTool({ name: 'busybox', tool: facts.busybox, purpose: packing, packages }, facts, target);
  const { foreignBusybox = null } = facts;
  if (foreignBusybox?.outcome === 'ok' && foreignBusybox.static) {
    return own.status === 'ok' ? { status: 'ok', found: `busybox for ${name} (${foreignBusybox.path})` } : own;
  }
  const bring =
    bringForeign(target, facts) ?? advice(`Name a busybox for ${name} without shared libraries in BUSYBOX.`);
  const found = foreignBusybox
    ? `${foreignBusybox.path} is no busybox for ${name} without shared libraries`
    : `there is no busybox for ${name} here`;
  return {
    status: 'fail',
    found: own.status === 'ok' ? found : `${own.found}, and ${found}`,
    needed: `a busybox for ${name} ${purpose}`,
    remedies: [...(own.remedies ?? []), foreignBusybox ? advice(`Remove ${foreignBusybox.path}.`) : bring],
  };
}
