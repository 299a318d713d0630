import { dirname } from 'node:path/posix';
import { judgeTool } from '../answers.ts';
import { check } from '../check.ts';
import { advice, install } from '../remedies.ts';

const purpose = 'linked statically, which is all that the booted system consists of beside the module';

export const bootBusybox = check({
  id: 'boot.busybox',
  title: 'busybox',
  goals: ['boot'],
  about:
    'Whether busybox is here and linked statically. The system that is booted holds nothing but busybox and the module, so that shared libraries would be missing there.',
  remedy: 'Install the static busybox of the distribution.',
  source: 'What make boot of a scaffolded module packs; PT_INTERP of elf(5) tells a dynamic program.',
  judge(facts, target) {
    const { busybox, host } = facts;
    const { distribution } = target;
    const answer = judgeTool(
      { name: 'busybox', tool: busybox, purpose, packages: [distribution?.busybox] },
      facts,
      target,
    );
    if (busybox === null || answer.status !== 'ok' || busybox.static) return answer;
    // The static package puts its program where the distribution's dynamic one was; one elsewhere on PATH would stay first.
    const isReplaced = ['/bin', '/usr/bin'].includes(dirname(busybox.path));
    return {
      status: 'fail',
      found: `busybox (${busybox.path}) needs shared libraries`,
      needed: `a busybox ${purpose}`,
      remedies: [
        isReplaced
          ? install('a static busybox', [distribution?.busybox], distribution, host)
          : advice(`Remove ${busybox.path} from PATH, or put a statically linked busybox before it.`),
      ],
    };
  },
});
