import { flavoursToTry } from '../../api/try/choose-flavours.ts';
import { tryModule } from '../../api/try/try-module.ts';
import type { Assessment, Trial } from '../../model/assessment.ts';
import { say } from '../terminal/output.ts';

/** The report with what building throw-away modules came to. */
export async function withTrials(assessment: Assessment): Promise<Assessment> {
  const { default: templates } = await import('virtual:templates');
  const trials: Trial[] = [];
  for (const flavour of flavoursToTry(assessment)) {
    say(`Building a throw-away ${flavour} module …`);
    trials.push(await tryModule(assessment, flavour, templates));
  }
  return { ...assessment, trials };
}
