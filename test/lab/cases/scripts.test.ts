import { expect } from 'vitest';
import { labCase } from '../case.ts';
import { listFiles } from '../files.ts';
import { builtHello, commandLine, scaffold } from '../product.ts';
import { succeed } from '../run.ts';
import { say } from '../say.ts';

labCase('shellcheck finds nothing in the scripts of a scaffolded module of either flavour', async () => {
  const root = await builtHello();
  await scaffold(root, 'freestanding');
  await succeed(root, commandLine('new', 'upstream', '--flavour', 'rust-for-linux', '--yes'));
  for (const folder of ['/root/freestanding', '/root/upstream']) {
    const scripts = (await listFiles(root, folder)).filter((path) => path.endsWith('.sh'));
    say(`${folder}: ${scripts.join(' ')}`);
    expect(scripts).toContain('scripts/boot.sh');
    await succeed(root, ['shellcheck', ...scripts], { cwd: folder });
  }
});

labCase('shellcheck finds nothing in this project’s own scripts', async () => {
  const root = await builtHello();
  await succeed(root, ['shellcheck', '.ci/run', 'test/lab/enter.sh'], { cwd: '/lab/repository' });
});
