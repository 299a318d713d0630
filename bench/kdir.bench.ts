import { labCase } from '../test/lab/case.ts';
import { trixieBackports } from '../test/lab/systems.ts';
import { quote } from '../test/lab/terminal.ts';
import { holdFigure, median } from './figure.ts';
import { benchRoot, commandLine, measure } from './root.ts';

const rounds = 3;
const kdir = [...commandLine, 'kdir', '--yes'];

/** The recipe of the kernel's own documentation: all of the source, olddefconfig, modules_prepare. Nothing is compared or tidied up in it. */
const plain = 'sh /lab/repository/test/lab/rust-tree.sh "$PWD/source" "$PWD/tree"';

labCase(
  'a kernel tree with Rust metadata is made faster than by hand, and compared with the stock kernel besides',
  async () => {
    const taken = await measure(await benchRoot(trixieBackports), {
      rounds,
      warm: false,
      commands: { plain: ['sh', '-c', plain], kdir: ['sh', '-c', `${kdir.map(quote).join(' ')} --output "$PWD/tree"`] },
    });
    holdFigure('kdir ÷ the plain recipe', median(taken.kdir), median(taken.plain), 'ms', 0.9, rounds);
  },
);

labCase('a tree that is there is found to be, and whole, within two seconds', async () => {
  // The round that warms the caches makes it.
  const { again } = await measure(await benchRoot(trixieBackports), { rounds: 5, commands: { again: kdir } });
  holdFigure('kdir for the second time ÷ two seconds', median(again), 2000, 'ms', 1, 5);
});
