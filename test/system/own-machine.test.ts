import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { machine } from 'node:os';
import { expect, it } from 'vitest';
import { ownMachine } from '../../src/system/own-machine.ts';

it('is what uname says without a personality', () => {
  expect(ownMachine()).toBe(machine());
});

it.runIf(process.arch === 'x64' && existsSync('/usr/bin/setarch'))('is 64-bit still under linux32', () => {
  const file = new URL('../../src/system/own-machine.ts', import.meta.url).pathname;
  const script = `import { machine } from 'node:os'; import { rolldown } from 'rolldown';
    const bundle = await rolldown({ input: ${JSON.stringify(file)}, platform: 'node' });
    const { output: [{ code }] } = await bundle.generate({ format: 'esm' });
    const { ownMachine } = await import('data:text/javascript,' + encodeURIComponent(code));
    process.stdout.write(machine() + ' ' + ownMachine());`;
  const argv = ['i386', process.execPath, '--input-type=module', '-e', script];
  const cwd = new URL('../..', import.meta.url).pathname;
  expect(execFileSync('/usr/bin/setarch', argv, { cwd, encoding: 'utf8' })).toBe('i686 x86_64');
});
