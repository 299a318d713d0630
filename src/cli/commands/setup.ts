import { assess } from '../../api/assess.ts';
import type { AssessOptions } from '../../model/assess-options.ts';
import type { Assessment, Flavour, Goal } from '../../model/assessment.ts';
import { type Command, commonOptions, goalOption } from '../command.ts';
import { assessOptions } from '../options/assess-options.ts';
import { print } from '../terminal/output.ts';
import { ensureReady } from './ensure-ready.ts';

export const setup: Command = {
  arguments: '',
  summary:
    'install what the probe found missing, and make the kernel tree that is missing (shows the commands, asks first)',
  options: {
    yes: { help: 'do it without asking' },
    backports: {
      help: "agree to the distribution's backports in apt's sources (without --for: for rust-for-linux, and boot)",
    },
    'dry-run': { help: 'show the commands, and run none' },
    for: { ...goalOption.for, help: `${goalOption.for.help} (default: the likeliest flavour, and boot)` },
    ...commonOptions,
  },
  async run(parsed) {
    const backports = parsed.options.backports === true;
    const given = assessOptions(parsed);
    const isBare = backports && given.goals?.length === 0;
    const options: AssessOptions = isBare ? { ...given, goals: ['rust-for-linux', 'boot'] } : given;
    const before = await assess(options);
    const goals: Goal[] = before.asked.length > 0 ? before.asked : [likeliestFlavour(before), 'boot'];
    const after = await ensureReady(before, goals, options, {
      backports,
      yes: parsed.options.yes === true,
      dryRun: parsed.options['dry-run'] === true,
    });
    if (after) print(`${goals.map((goal) => `ready: ${after.verdicts[goal].summary}`).join('\n')}\n`);
    return 0;
  },
};

/** The flavour that is ready or nearest to it; freestanding among equals, since it asks least of the kernel. */
function likeliestFlavour({ verdicts }: Assessment): Flavour {
  const rank = { ready: 0, fixable: 1, unproven: 2, blocked: 3 };
  const ahead = rank[verdicts['rust-for-linux'].status] < rank[verdicts.freestanding.status];
  return ahead ? 'rust-for-linux' : 'freestanding';
}
