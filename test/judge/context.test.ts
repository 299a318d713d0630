import { describe, expect, it } from 'vitest';
import { facts, host, target, tree } from './facts.ts';

const running = tree({ dir: '/lib/modules/6.1.0-50-amd64/build', origin: 'running', release: '6.1.0-50-amd64' });

describe('the kernel tree', () => {
  it('is the one that was named, even if it is of no use', () => {
    const named = tree({ dir: '/nowhere', origin: 'named', state: 'missing', release: null, config: {} });
    const { tree: chosen, kernel } = target(facts({ kernels: [named] }));
    expect(chosen).toBe(named);
    expect(kernel).toBeNull();
  });

  it("is the running kernel's before any newer one", () => {
    expect(target(facts({ kernels: [running, tree()] })).tree).toBe(running);
  });

  it("is the newest installed one where the running kernel's is of no use", () => {
    const useless = { ...running, state: 'not-a-tree' as const };
    const { tree: chosen, chosen: why } = target(
      facts({ kernels: [useless, tree()], host: host({ kernelRelease: '6.1.0-50-amd64' }) }),
    );
    expect(chosen?.release).toBe('6.1.0-56-amd64');
    expect(why).toBe(
      'The newest kernel tree installed, /lib/modules/6.1.0-56-amd64/build, since the running kernel 6.1.0-50-amd64 has no tree here.',
    );
  });

  it("is another one where the running kernel's link to its tree leads nowhere, which is said", () => {
    const broken = { ...running, state: 'missing' as const, dangling: ['/usr/src/gone'] };
    expect(target(facts({ kernels: [broken, tree()] })).chosen).toBe(
      'The newest kernel tree installed, /lib/modules/6.1.0-56-amd64/build, since /lib/modules/6.1.0-50-amd64/build of the running kernel leads to /usr/src/gone, where nothing is.',
    );
  });

  it('is told by its headers too where kdir made it of them', () => {
    const made = { dir: '/cache/trees/7.3', headers: '/usr/src/linux-headers-7.3', broken: null, changed: [] };
    expect(target(facts({ kernels: [tree({ dir: '/cache/trees/7.3', origin: 'named', made })] })).chosen).toBe(
      'The kernel tree that was named, /usr/src/linux-headers-7.3, as kdir completed it in /cache/trees/7.3.',
    );
  });

  it('is not one of another architecture', () => {
    const arm = tree({ dir: '/usr/src/arm', release: '6.2', config: { CONFIG_X86_64: 'n', CONFIG_ARM64: 'y' } });
    expect(target(facts({ kernels: [arm, tree()] })).tree?.release).toBe('6.1.0-56-amd64');
  });

  it("is none, and the kernel the one that the distribution's headers would bring, where none is installed", () => {
    const { tree: chosen, kernel } = target(facts({ kernels: [] }));
    expect(chosen).toBeNull();
    expect(kernel).toMatchObject({ release: '6.1', title: "Debian 12's kernel 6.1", tree: null, rust: false });
  });

  it('and the kernel are none where nobody knows what the distribution would bring', () => {
    const { kernel, chosen } = target(facts({ kernels: [], host: host({ distribution: null }) }));
    expect(kernel).toBeNull();
    expect(chosen).toBe('None: no kernel tree is installed, and which package would bring one here is not known.');
    expect(target(facts({ host: host({ distribution: null }) }), 'arm64').chosen).toBe(
      'None: no kernel tree of arm64 is here, and which package would bring one here is not known.',
    );
  });
});

describe('the source to prepare', () => {
  const source = tree({ dir: '/usr/src/linux', state: 'unprepared', release: null, version: '7.2.1', config: {} });

  it('is a full source before any headers', () => {
    const chosen = target(facts({ kernels: [tree(), source] }), 'x86_64', ['kernel']).source;
    expect(chosen).toEqual({ version: '7.2.1', title: 'the kernel 7.2.1', tree: source });
  });

  it('is the one that was named, even if it is of no use', () => {
    const named = tree({ origin: 'named' });
    expect(target(facts({ kernels: [named, source] })).source.tree).toBe(named);
  });

  it('is the one that modules are built for before another source', () => {
    const prepared = tree({ dir: '/usr/src/mine', state: 'source', release: '7.1.0', version: '7.1.0' });
    expect(target(facts({ kernels: [source, prepared] })).source.tree).toBe(prepared);
  });

  it('is that of the newest kernel known where there is none', () => {
    expect(target(facts()).source).toEqual({ version: '7.3', title: 'the kernel 7.3', tree: null });
  });
});
