import { preparationNeeds } from '../../../knowledge/kernel/preparation.ts';
import { check } from '../../check.ts';
import { judgePreparation } from '../../tool/preparation.ts';

export const prepareTools = check({
  id: 'prepare.tools',
  title: 'Tools that preparing takes',
  goals: ['kernel'],
  about:
    'Whether the programs beside compilers that "make modules_prepare" runs are here and start. Without one it stops half-way, Rust or not.',
  remedy: 'Install the packages that hold them.',
  source:
    'Measured by hiding one after another from "make modules_prepare" of 6.12 and 7.3; the table names the file that asks.',
  judge(facts, target) {
    const { preparation } = facts;
    if (preparation === null) return { status: 'skip', found: 'nobody looked for them' };
    const isHere = (name: string) => preparation.tools[name]?.outcome === 'ok';
    const missing = preparationNeeds.filter(({ kind, name }) => kind === 'tool' && !isHere(name));
    return judgePreparation('tools', missing, facts, target);
  },
});
