import { describe, expect, test } from 'vitest';
import { crateFiles } from '../../src/knowledge/module/kernel-crate.ts';
import { kindNames, kindsOf } from '../../src/knowledge/module/kinds.ts';
import { fittingKinds, refuseKind } from '../../src/scaffold/fitting-kinds.ts';

const kernel = (release: string) => ({ release });

describe('the kinds of rust-for-linux', () => {
  test.each([
    ['6.1.0-56-amd64', ['hello']],
    ['6.12.107+deb13-amd64', ['hello', 'sync']],
    ['6.17.1', ['hello', 'misc-device', 'sync']],
    ['6.19.0', ['hello', 'params', 'misc-device', 'sync']],
    ['7.2.13+deb14-amd64', kindNames],
    ['7.3.4+deb13-amd64', kindNames],
  ])('for Linux %s are %j', (release, there) => {
    expect(fittingKinds('rust-for-linux', kernel(release))).toEqual(there);
  });

  test('are all of them where no kernel is known', () => {
    expect(fittingKinds('rust-for-linux', null)).toEqual(kindNames);
    expect(fittingKinds('rust-for-linux', { release: null })).toEqual(kindNames);
  });

  test("are what the tree's own sources show, whatever the release", () => {
    const backported = { release: '6.12.1', crate: { files: ['module_param.rs', 'workqueue.rs'], words: [] } };
    expect(fittingKinds('rust-for-linux', backported)).toEqual(['hello', 'params', 'sync']);
    const left = { release: '7.3.4', crate: { files: crateFiles.filter((f) => f !== 'module_param.rs'), words: [] } };
    expect(fittingKinds('rust-for-linux', left)).toEqual(kindNames.filter((name) => name !== 'params'));
  });

  test('are without those whose core the configuration leaves out', () => {
    const lacking = { release: '7.3.4', lacks: ['PCI', 'DEBUG_FS'] };
    expect(fittingKinds('rust-for-linux', lacking)).toEqual(
      kindNames.filter((name) => name !== 'pci-driver' && name !== 'debugfs'),
    );
  });
});

test('the freestanding flavour has its kinds on every kernel', () => {
  for (const release of ['5.10.0', '6.1.0', '7.3.4']) {
    expect(fittingKinds('freestanding', kernel(release))).toEqual(kindsOf('freestanding'));
  }
});

describe('a kind that will not do is refused in one sentence', () => {
  test('where it fits, it is not', () => {
    expect(refuseKind('params', 'rust-for-linux', kernel('6.19.2'))).toBeNull();
    expect(refuseKind('params', 'freestanding', kernel('5.10.0'))).toBeNull();
  });

  test('that names the release that brings it, and what there is', () => {
    expect(refuseKind('params', 'rust-for-linux', kernel('6.12.107+deb13-amd64'))).toBe(
      'There can be no params of the flavour rust-for-linux for Linux 6.12.107+deb13-amd64: module! takes parameters ' +
        'since 6.19. It is one of: hello, sync; --flavour freestanding has params.',
    );
  });

  test('that does not list kinds where there are none', () => {
    expect(refuseKind('sync', 'rust-for-linux', kernel('5.10.0'))).toMatch(/ No kind of it fits this kernel\.$/);
  });

  test('that names the symbol which the configuration leaves out', () => {
    expect(refuseKind('pci-driver', 'rust-for-linux', { release: '7.3.4', lacks: ['PCI'] })).toMatch(
      /for Linux 7\.3\.4: its configuration leaves out CONFIG_PCI\. It is one of: hello, params, .*platform-driver\.$/,
    );
  });

  test('that names the flavour which has it', () => {
    expect(refuseKind('sync', 'freestanding', null)).toBe(
      'The flavour freestanding has no sync. It is one of: hello, params, misc-device; --flavour rust-for-linux has sync.',
    );
  });
});
