import { expect } from 'vitest';
import { labCase } from '../case.ts';
import { debianRoot } from '../debian.ts';
import { exists, listFiles } from '../files.ts';
import { builtHello, make, scaffold } from '../product.ts';
import { expectStatus, succeed } from '../run.ts';
import { say } from '../say.ts';
import { bookwormReady } from '../systems.ts';

labCase('a second module’s first build takes core and alloc from the cache', async () => {
  const root = await debianRoot(bookwormReady);
  await scaffold(root, 'one');
  await scaffold(root, 'two');
  const first = expectStatus(await make(root, '/root/one'), 0);
  const second = expectStatus(await make(root, '/root/two'), 0);
  say(
    `first module ${first.seconds.toFixed(1)} s, second ${second.seconds.toFixed(1)} s, ratio ${(second.seconds / first.seconds).toFixed(2)}`,
  );
  expect(first.output).toContain('core and alloc');
  expect(second.output).not.toContain('core and alloc');
  expect(second.seconds).toBeLessThan(first.seconds / 2);
});

labCase('two modules built at the same time with an empty cache both come out, and core is built once', async () => {
  const root = await debianRoot(bookwormReady);
  await scaffold(root, 'one');
  await scaffold(root, 'two');
  const both = 'make -C one & first=$!; make -C two; second=$?; wait $first && exit $second';
  const { output } = await succeed(root, ['sh', '-c', both]);
  expect(await exists(root, '/root/one/one.ko')).toBe(true);
  expect(await exists(root, '/root/two/two.ko')).toBe(true);
  expect(output.match(/core and alloc of/g)).toHaveLength(1);
});

labCase('without a home, core and alloc are built in the module’s folder', async () => {
  const root = await builtHello();
  await succeed(root, ['sh', '-c', 'cp -r /root/hello /srv/hello && make -C /srv/hello clean && rm -rf /root/.cache']);
  await succeed(root, ['env', '-u', 'HOME', '-u', 'XDG_CACHE_HOME', 'make', '-C', '/srv/hello']);
  expect((await listFiles(root, '/srv/hello/.cache')).some((path) => path.endsWith('/libcore.rlib'))).toBe(true);
  expect(await exists(root, '/root/.cache')).toBe(false);
});
