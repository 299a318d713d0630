import { preparationNeeds } from '../../../knowledge/kernel/preparation.ts';
import { check } from '../../check.ts';
import { judgePreparation } from '../../tool/preparation.ts';

export const prepareLibraries = check({
  id: 'prepare.libraries',
  title: 'Libraries that preparing takes',
  goals: ['kernel'],
  about:
    "Whether the C headers of libraries are here that the kernel's own host programs are built with, such as objtool with libelf.",
  remedy: 'Install the development packages of the libraries.',
  source:
    'Measured by hiding one after another from "make modules_prepare" of 6.12 and 7.3; the table names the file that asks.',
  judge(facts, target) {
    const { preparation } = facts;
    if (preparation === null) return { status: 'skip', found: 'nobody looked for them' };
    const missing = preparationNeeds.filter(
      ({ kind, name }) => kind === 'library' && preparation.libraries[name] !== true,
    );
    return judgePreparation('libraries', missing, facts, target);
  },
});
