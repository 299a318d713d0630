import { labCase } from '../test/lab/case.ts';
import { succeed } from '../test/lab/run.ts';
import { holdFigure, median } from './figure.ts';
import { benchRoot, commandLine, measure } from './root.ts';

const rounds = 15;
const trees = 50;

/** Headers copied under releases of their own: what is read of a tree is a file of its own in each. */
const copyTrees = `
from=$(readlink -f /lib/modules/*/build | head -n 1)
for n in $(seq ${trees}); do
  tree=/usr/src/tree-$n
  cp -al "$from" $tree
  for file in .config include/generated/utsrelease.h include/config/kernel.release include/config/auto.conf; do
    cp --remove-destination "$from/$file" $tree/$file
  done
  sed -i 's/UTS_RELEASE ".*"/UTS_RELEASE "6.12.'$n'-bench"/' $tree/include/generated/utsrelease.h
  mkdir -p /root/many/6.12.$n-bench && ln -s $tree /root/many/6.12.$n-bench/build
done
mkdir -p /root/one && cp -a /root/many/6.12.1-bench /root/one
# What apt installed must not be found as one tree more.
mv "$from" /usr/src/original`;

/** The probe with another folder for the installed kernels, in a mount namespace of its own. */
function seeing(modules: string, words: string[]): string[] {
  return ['unshare', '--mount', 'sh', '-c', `mount --bind ${modules} /lib/modules && exec "$@"`, 'sh', ...words];
}

labCase('judging fifty kernel trees costs little more than judging one', async () => {
  const root = await benchRoot();
  await succeed(root, ['sh', '-euc', copyTrees]);
  const probe = [...commandLine, 'probe', '--all-kernels'];
  const taken = await measure(
    root,
    { rounds, commands: { many: seeing('/root/many', probe), one: seeing('/root/one', probe) } },
    'root',
  );
  const title = `probe --all-kernels with ${trees} trees ÷ with one`;
  holdFigure(title, median(taken.many), median(taken.one), 'ms', 1.3, rounds);
});
