import { expect } from 'vitest';
import { kindsOf } from '../../../src/knowledge/module/kinds.ts';
import { flavours } from '../../../src/model/assessment.ts';
import { labCase } from '../case.ts';
import { listFiles } from '../files.ts';
import { builtHello } from '../product.ts';
import { succeed } from '../run.ts';
import { say } from '../say.ts';

labCase('shellcheck finds nothing in the scripts of a scaffolded module, of either flavour and each kind', async () => {
  const root = await builtHello();
  for (const flavour of flavours) {
    const folder = `/lab/repository/examples/${flavour}`;
    const scripts = (await listFiles(root, folder)).filter((path) => /\.sh$|\/boot\.conf$/.test(path));
    say(`${flavour}: ${scripts.length} scripts`);
    for (const kind of kindsOf(flavour)) expect(scripts).toContain(`${kind}/scripts/boot.sh`);
    await succeed(root, ['shellcheck', ...scripts], { cwd: folder });
  }
});

labCase('shellcheck finds nothing in this project’s own scripts', async () => {
  const root = await builtHello();
  await succeed(root, ['shellcheck', '.ci/run', 'test/lab/enter.sh'], { cwd: '/lab/repository' });
});
