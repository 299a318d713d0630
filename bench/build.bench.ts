import { labCase } from '../test/lab/case.ts';
import { quote } from '../test/lab/terminal.ts';
import { holdFigure, median } from './figure.ts';
import { benchRoot, commandLine, measure } from './root.ts';

const rounds = 10;

labCase('a second module builds in a fraction of the first’s time, since core and alloc are there', async () => {
  const scaffold = (name: string) =>
    [...commandLine, 'new', name, '--flavour', 'freestanding', '--yes'].map(quote).join(' ');
  const afresh = `cd /home/lab && rm -rf .cache one two && ${scaffold('one')} && ${scaffold('two')}`;
  const taken = await measure(await benchRoot(), {
    rounds,
    warm: false,
    before: ['sh', '-c', afresh],
    commands: { first: ['make', '-C', '/home/lab/one'], second: ['make', '-C', '/home/lab/two'] },
  });
  const [first, second] = [median(taken.first), median(taken.second)];
  holdFigure('a second module’s first build ÷ the first module’s', second, first, 'ms', 0.25, rounds);
});
