import { expect, test } from 'vitest';
import { parseKernelConfig, readKernelConfig } from '../../../src/observe/tree/kernel-config.ts';
import { placeOf } from '../../../src/system/files/tree-path.ts';
import { pretendMachine } from '../pretend-machine.ts';

test('the known symbols that are set are kept, without quotes', () => {
  const text = [
    '# CONFIG_RUST is not set',
    'CONFIG_CC_VERSION_TEXT="gcc-12 (Debian 12.2.0-14+deb12u1) 12.2.0"',
    'CONFIG_MODVERSIONS=y',
    'CONFIG_RUSTC_VERSION=108501',
    'CONFIG_PAHOLE_VERSION=""',
    'CONFIG_RUSTC_VERSION_TEXT="a \\"quoted\\" back\\\\slash"',
    'CONFIG_UNKNOWN=y',
    'XCONFIG_RUST=y',
    'CONFIG_RUST_EXTRA=y',
    '',
  ].join('\n');
  expect(parseKernelConfig(text)).toEqual({
    CONFIG_CC_VERSION_TEXT: 'gcc-12 (Debian 12.2.0-14+deb12u1) 12.2.0',
    CONFIG_MODVERSIONS: 'y',
    CONFIG_RUSTC_VERSION: '108501',
    CONFIG_PAHOLE_VERSION: '',
    CONFIG_RUSTC_VERSION_TEXT: 'a "quoted" back\\slash',
  });
});

test("Kbuild's own copy serves where .config is missing or is no file", () => {
  const { root, file, folder } = pretendMachine();
  expect(readKernelConfig(placeOf(root).at, true)).toEqual({});
  folder('.config');
  file('include/config/auto.conf', 'CONFIG_RUST=y\n');
  expect(readKernelConfig(placeOf(root).at, true)).toEqual({ CONFIG_RUST: 'y' });
});

test('a configuration of any length is read whole, line by line', () => {
  const { root, file } = pretendMachine();
  const filling = `# ${'x'.repeat(997)}\n`.repeat(300);
  for (const shift of [0, 1, 17, 500]) {
    const text = `${' '.repeat(shift)}\nCONFIG_RUST=y\n${filling}CONFIG_MODULES=y\n${filling}CONFIG_X86_64=y`;
    file('.config', text);
    expect(readKernelConfig(placeOf(root).at, true)).toEqual(parseKernelConfig(text));
    expect(Object.keys(parseKernelConfig(text))).toHaveLength(3);
  }
});

test('a line longer than any piece is cut short, and loses nothing of what follows', () => {
  const { root, file } = pretendMachine();
  file('.config', `CONFIG_CC_VERSION_TEXT="${'g'.repeat(100_000)}"\nCONFIG_RUST=y\n${'#\n'.repeat(100_000)}`);
  const config = readKernelConfig(placeOf(root).at, true);
  expect([config.CONFIG_CC_VERSION_TEXT?.length, config.CONFIG_RUST]).toEqual([999, 'y']);
});

test('headers are read as Kbuild reads them for modules, a source as it is configured now', () => {
  const { root, file } = pretendMachine();
  file('.config', 'CONFIG_RUST=y\n');
  file('include/config/auto.conf', 'CONFIG_MODULES=y\n');
  expect(readKernelConfig(placeOf(root).at, true)).toEqual({ CONFIG_RUST: 'y' });
  expect(readKernelConfig(placeOf(root).at, false)).toEqual({ CONFIG_MODULES: 'y' });
});
