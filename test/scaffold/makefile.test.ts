import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import templates from 'virtual:templates';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Flavour } from '../../src/model/assessment.ts';
import { toModel } from '../../src/scaffold/model.ts';
import { render } from '../../src/scaffold/render.ts';
import { needPrograms } from '../programs.ts';
import { temporaryFolder } from '../write/folders.ts';

// Which kernel a scaffolded module is built for, and what Kbuild is told. The kernel trees are pretended: they write
// down what they are given, and their module holds no more than its vermagic. Real ones are the lab's.

needPrograms('make');

let folder: string;
const inside = (...path: string[]) => join(folder, ...path);

function write(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(inside(path)), { recursive: true });
  writeFileSync(inside(path), text, { mode });
}

/** A kernel tree whose `make` writes the environment and the settings into the file `seen`, and a module of its release. */
function tree(name: string, release: string): string {
  write(
    `${name}/include/config/auto.conf`,
    'CONFIG_X86=y\nCONFIG_MODULE_SIG_ALL=y\nCONFIG_MODULE_SIG_KEY=certs/key.pem\n',
  );
  write(`${name}/include/generated/utsrelease.h`, `#define UTS_RELEASE "${release}"\n`);
  write(
    `${name}/Makefile`,
    `modules:
	@env >'${inside('seen')}'
	@printf '%s\\n' 'M=$(M)' 'RUSTC=$(RUSTC)' 'LLVM=$(LLVM)' 'TREE=$(CURDIR)' >>'${inside('seen')}'
	@[ -e '$(M)/kept.o' ] || echo built >'$(M)/kept.o'
	@printf 'license=GPL\\0vermagic=${release} SMP \\0' >'$(M)/sample.ko'
modules_install:
	@mkdir -p '$(INSTALL_MOD_PATH)/lib/modules/${release}/updates'
	@cp '$(M)/sample.ko' '$(INSTALL_MOD_PATH)/lib/modules/${release}/updates'
	@echo 'SIG=$(CONFIG_MODULE_SIG_ALL-default)$(origin CONFIG_MODULE_SIG_ALL)'
`,
  );
  return inside(name);
}

function scaffold(flavour: Flavour, configMk?: string): void {
  const texts = { name: 'sample', description: 'd', author: 'a', licence: 'GPL-2.0' };
  const answers = { ...texts, flavour, kind: 'hello', withC: false } as const;
  const files = render(toModel(answers, { version: '1.2.3', kernelRelease: null }), answers, templates);
  for (const [path, text] of files) write(`sample/${path}`, text);
  if (configMk !== undefined) write('sample/config.mk', configMk);
}

function make(words: string[] = [], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync('make', ['--no-print-directory', ...words], {
    cwd: inside('sample'),
    encoding: 'utf8',
    env: { PATH: `${inside('bin')}:/usr/bin:/bin`, ...env },
  });
  return { status, said: stdout + stderr };
}

/** What the kernel tree was given, NAME=value a line. */
const seen = () => readFileSync(inside('seen'), 'utf8').split('\n');

beforeEach(() => {
  folder = temporaryFolder();
  write('bin/readelf', '#!/bin/sh\n', 0o755);
  tree('one', '6.1.0-one');
  tree('two', '6.1.0-two');
});

const chosenForOne = () => `KDIR ?= ${inside('one')}\nRUSTC ?= /chosen/rustc\nLLVM ?= 1\n`;

describe('the kernel that a module is built for', () => {
  it('is the one in config.mk, with the compilers in it', () => {
    scaffold('rust-for-linux', chosenForOne());
    expect(make()).toMatchObject({ status: 0 });
    expect(seen()).toEqual(expect.arrayContaining([`TREE=${inside('one')}`, 'RUSTC=/chosen/rustc', 'LLVM=1']));
  });

  it.each<[string, (kdir: string) => ReturnType<typeof make>]>([
    ['on the command line', (kdir) => make([`KDIR=${kdir}`])],
    ['in the environment', (kdir) => make([], { KDIR: kdir })],
    ['as a relative path', () => make(['KDIR=../two'])],
  ])('is another one that KDIR names %s, and no compiler of the first is used', (_, run) => {
    scaffold('rust-for-linux', chosenForOne());
    const { status, said } = run(inside('two'));
    expect({ status, said }).toMatchObject({ status: 0 });
    expect(said).toContain(
      `config.mk was written for ${inside('one')}, so its LLVM RUSTC is not used for ${inside('two')}.\n`,
    );
    expect(seen()).toEqual(expect.arrayContaining([`TREE=${inside('two')}`, 'RUSTC=rustc', 'LLVM=']));
  });

  it('is the same tree by another path, and then what was chosen for it is used', () => {
    scaffold('rust-for-linux', chosenForOne());
    symlinkSync(inside('one'), inside('link'));
    expect(make([`KDIR=${inside('link')}`])).toMatchObject({ status: 0, said: '' });
    expect(seen()).toEqual(expect.arrayContaining(['RUSTC=/chosen/rustc', 'LLVM=1']));
  });

  it('may be any with a freestanding module, whose rustc belongs to no kernel', () => {
    scaffold('freestanding', chosenForOne());
    expect(make([`KDIR=${inside('two')}`])).toMatchObject({ status: 0 });
    expect(seen()).toEqual(expect.arrayContaining(['RUSTC=/chosen/rustc', 'LLVM=']));
  });

  it('leaves the command line and the environment the last word on compilers', () => {
    scaffold('rust-for-linux', chosenForOne());
    expect(make([`KDIR=${inside('two')}`, 'RUSTC=/mine'], { LLVM: '-19' })).toMatchObject({ status: 0 });
    expect(seen()).toEqual(expect.arrayContaining(['RUSTC=/mine', 'LLVM=-19']));
  });

  it('may be any when config.mk names none', () => {
    scaffold('rust-for-linux', 'RUSTC ?= /chosen/rustc\n');
    expect(make([`KDIR=${inside('two')}`])).toMatchObject({ status: 0, said: '' });
    expect(seen()).toContain('RUSTC=/chosen/rustc');
  });

  it('is the release that KERNELRELEASE on the command line names, or none', () => {
    scaffold('rust-for-linux', chosenForOne());
    expect(make(['KERNELRELEASE=6.1.0-one'])).toMatchObject({ status: 0, said: '' });
    expect(seen()).toContain(`TREE=${inside('one')}`);
    const { status, said } = make(['KERNELRELEASE=6.1.0-not-there']);
    expect(status).toBe(2);
    expect(said).toContain('There is no kernel tree at /lib/modules/6.1.0-not-there/build: install the headers');
  });

  it('is not what a kernel build left in KERNELRELEASE of the environment', () => {
    scaffold('rust-for-linux', chosenForOne());
    expect(make([], { KERNELRELEASE: '6.1.0-not-there' })).toMatchObject({ status: 0, said: '' });
    expect(seen()).toContain(`TREE=${inside('one')}`);
  });

  it('has to be the same by KDIR and by KERNELRELEASE', () => {
    scaffold('freestanding', chosenForOne());
    const { status, said } = make([`KDIR=${inside('two')}`, 'KERNELRELEASE=6.1.0-one']);
    expect(status).toBe(2);
    expect(said).toContain(
      `KERNELRELEASE is 6.1.0-one, but the kernel tree ${inside('two')} is for Linux 6.1.0-two: pass KDIR=DIR`,
    );
    expect(make([`KDIR=${inside('two')}`, 'KERNELRELEASE=6.1.0-two'])).toMatchObject({ status: 0 });
  });

  it('is not mixed with another in what is built', () => {
    scaffold('freestanding', chosenForOne());
    make();
    write('sample/kept.o', 'kept');
    make();
    expect(readFileSync(inside('sample/kept.o'), 'utf8')).toBe('kept');
    const { said } = make([`KDIR=${inside('two')}`]);
    expect(said).toContain(`Building again for ${inside('two')}: the last build was for ${inside('one')}.\n`);
    expect(readFileSync(inside('sample/kept.o'), 'utf8')).toBe('built\n');
  });

  it('has to be that of the module that was built', () => {
    scaffold('freestanding', chosenForOne());
    write('one/include/generated/utsrelease.h', '#define UTS_RELEASE "6.1.0-other"\n');
    const { status, said } = make();
    expect(status).toBe(2);
    expect(said).toContain(
      `error: sample.ko is for Linux 6.1.0-one, but the kernel tree ${inside('one')} is for Linux 6.1.0-other`,
    );
  });
});

describe('the environment', () => {
  const misleading = {
    ...{ KBUILD_OUTPUT: '/nowhere', KBUILD_EXTMOD: '/nowhere', KBUILD_EXTMOD_OUTPUT: '/nowhere', sub_make_done: '1' },
    ...{ KBUILD_MODPOST_WARN: '1', KBUILD_MODPOST_NOFINAL: '1', KBUILD_SRC: '/nowhere', srctree: '/nowhere', obj: 'x' },
    ...{
      CONFIG_MODVERSIONS: 'y',
      RETPOLINE_RUSTFLAGS: 'nonsense',
      O: '/nowhere',
      MO: '/nowhere',
      CDPATH: '/',
      GREP_OPTIONS: '-v',
      BASH_ENV: '/nowhere',
    },
  };

  it('does not mislead Kbuild', () => {
    scaffold('freestanding', chosenForOne());
    expect(make([], misleading)).toMatchObject({ status: 0, said: '' });
    const names = seen().map((line) => line.replace(/=.*/s, ''));
    expect(Object.keys(misleading).filter((name) => names.includes(name))).toEqual([]);
  });

  it.each(['O', 'MO'])('has no say in where objects go, and %s on the command line is refused', (name) => {
    scaffold('freestanding', chosenForOne());
    expect(make([`${name}=/nowhere`])).toMatchObject({
      status: 2,
      said: expect.stringContaining(`${name} is not supported`),
    });
    expect(make(['help'], { [name]: '/nowhere' })).toMatchObject({ status: 0 });
  });

  it("starts the paths of other modules' symbols from this folder, and says if a file is not there", () => {
    scaffold('freestanding', chosenForOne());
    write('other/Module.symvers', '');
    for (const path of ['../other/Module.symvers', inside('other/Module.symvers')]) {
      expect(make([], { KBUILD_EXTRA_SYMBOLS: path })).toMatchObject({ status: 0, said: '' });
      expect(seen()).toContain(`KBUILD_EXTRA_SYMBOLS=${inside('other/Module.symvers')}`);
    }
    const { status, said } = make([], { KBUILD_EXTRA_SYMBOLS: `${inside('other/Module.symvers')} nonsense` });
    expect(status).toBe(2);
    expect(said).toContain('KBUILD_EXTRA_SYMBOLS names nonsense and there is no such file: build the module that it');
  });

  it('tells Kbuild what its documentation lets users say, and programs what they need', () => {
    scaffold('freestanding', chosenForOne());
    write('one/Module.symvers', '');
    const meant = {
      KCFLAGS: '-g',
      KBUILD_EXTRA_SYMBOLS: inside('one/Module.symvers'),
      KBUILD_VERBOSE: '1',
      http_proxy: 'http://p',
    };
    const tools = { CCACHE_DIR: '/c', RUSTUP_TOOLCHAIN: 'stable', LC_ALL: 'C.UTF-8', HOME: '/h', TMPDIR: folder };
    expect(make([], { ...meant, ...tools })).toMatchObject({ status: 0 });
    const expected = Object.entries({ ...meant, ...tools }).map(([name, value]) => `${name}=${value}`);
    expect(seen()).toEqual(expect.arrayContaining(expected));
  });
});

describe('TMPDIR', () => {
  it.each([
    ['is passed on if it names a folder', () => folder, true],
    ['is not passed on if nothing is there', () => inside('nowhere'), false],
    ['is not passed on if it is relative: Kbuild works in another folder', () => '.', false],
  ])('%s', (_, value, passes) => {
    scaffold('freestanding', chosenForOne());
    expect(make([], { TMPDIR: value() })).toMatchObject({ status: 0 });
    expect(seen().includes(`TMPDIR=${value()}`)).toBe(passes);
  });
});

describe('no value becomes code', () => {
  const values = (canary: string) => [
    ...[`x'; touch ${canary}; '`, `$(shell touch ${canary})`, `\`touch ${canary}\``, `x"; touch ${canary}; "`],
    ...[`x\ntouch ${canary}`, `$$(touch ${canary})`, `x #`, `x & touch ${canary}`, `\${shell touch ${canary}}`, `x\\`],
  ];
  const names = [
    'KDIR',
    'KERNELRELEASE',
    'RUSTC',
    'RUST_LIB_SRC',
    'ARCH',
    'CROSS_COMPILE',
    'LLVM',
    'INSTALL_MOD_PATH',
    'KBUILD_EXTRA_SYMBOLS',
  ];
  const targets = ['modules', 'boot', 'check', 'help', 'rust-analyzer', 'modules_install'];

  it.each(names)('of %s', (name) => {
    scaffold('freestanding', chosenForOne());
    const canary = inside('canary');
    for (const value of values(canary)) {
      // One by one they would take a minute.
      for (const target of value.startsWith('$(') ? targets : ['help']) {
        // The environment's KERNELRELEASE is not read.
        const { status, said } =
          name === 'KERNELRELEASE' ? make([target, `${name}=${value}`]) : make([target], { [name]: value });
        expect({ value, status, said }).toMatchObject({ status: 2 });
        expect(said).toMatch(new RegExp(`\\*\\*\\* ${name} holds a line break or one of .*  Stop\\.\n$`));
        expect(said).not.toContain(canary);
      }
      make(['modules', `${name}=${value}`]);
      expect(existsSync(canary)).toBe(false);
    }
  });

  it('of the folder that the module is in', () => {
    scaffold('freestanding', chosenForOne());
    const canary = inside('canary');
    const odd = inside("a'; touch canary; '$(shell touch canary)`touch canary`");
    mkdirSync(odd);
    spawnSync('cp', ['-r', inside('sample'), odd]);
    for (const target of [...targets, 'clean']) {
      const { stderr } = spawnSync('make', [target], {
        cwd: join(odd, 'sample'),
        encoding: 'utf8',
        env: { PATH: '/usr/bin:/bin' },
      });
      if (!['help', 'clean'].includes(target)) expect(stderr).toContain('The path of this folder holds one of');
      expect([canary, join(odd, 'canary'), join(odd, 'sample/canary')].filter(existsSync)).toEqual([]);
    }
  });

  it('of a module that is named on the command line', () => {
    scaffold('freestanding', chosenForOne());
    expect(make([`MODULE=x'; touch ${inside('canary')}; '`, 'help'])).toMatchObject({ status: 0 });
    expect(existsSync(inside('canary'))).toBe(false);
  });
});

describe('modules_install', () => {
  beforeEach(() => {
    scaffold('freestanding', chosenForOne());
    write('bin/depmod', `#!/bin/sh\necho "$@" >'${inside('depmod')}'\n`, 0o755);
    write('bin/modinfo', '#!/bin/sh\necho "$2/lib/modules/$4/updates/$6.ko"\n', 0o755);
    make();
  });

  it('runs depmod for that release and says which module modprobe finds, and why it is not signed', () => {
    const { status, said } = make(['modules_install'], { INSTALL_MOD_PATH: '../root' });
    expect({ status, said }).toMatchObject({ status: 0 });
    expect(readFileSync(inside('depmod'), 'utf8')).toBe(`-b ${inside('root')} 6.1.0-one\n`);
    expect(existsSync(inside('root/lib/modules/6.1.0-one/updates/sample.ko'))).toBe(true);
    expect(said).toContain('SIG=command line');
    expect(said).toContain(`sample.ko is not signed: the private key of this kernel is not in ${inside('one')}.`);
    expect(said).toContain(`modprobe sample finds ${inside('root')}/lib/modules/6.1.0-one/updates/sample.ko.\n`);
  });

  it.each([
    ['is in the tree', 'certs/key.pem'],
    ['has an absolute path', '/etc/passwd'],
    ['is in quotes, as old kernels have it', '"certs/key.pem"'],
    ['is in a token', 'pkcs11:object=key'],
  ])('leaves signing to Kbuild where the key %s', (_, key) => {
    write('one/certs/key.pem', 'key');
    write('one/include/config/auto.conf', `CONFIG_X86=y\nCONFIG_MODULE_SIG_ALL=y\nCONFIG_MODULE_SIG_KEY=${key}\n`);
    const { said } = make(['modules_install', `INSTALL_MOD_PATH=${inside('root')}`]);
    expect(said).toContain('SIG=undefined');
    expect(said).not.toContain('not signed');
  });

  it.each(['-n', '-nk', '-t', '-q'])('installs nothing and leaves depmod alone for make %s', (option) => {
    const { status, said } = make([option, 'modules_install', `INSTALL_MOD_PATH=${inside('root')}`]);
    expect({ option, status, said }).toMatchObject({ status: option === '-q' ? 1 : 0 });
    expect(existsSync(inside('depmod'))).toBe(false);
    expect(existsSync(inside('root'))).toBe(false);
  });

  it('says in one sentence that it is not permitted', () => {
    chmodSync(folder, 0o755);
    const { status, stderr } = spawnSync('make', ['modules_install'], {
      ...{ cwd: inside('sample'), encoding: 'utf8', env: { PATH: `${inside('bin')}:/usr/bin:/bin` } },
      ...(process.getuid?.() === 0 ? { uid: 65534 } : {}),
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: cannot write to \/lib\/modules\/6\.1\.0-one: permission denied\. Run sudo make/);
  });

  it('does not install what was built for another kernel', () => {
    const { status, said } = make(['modules_install', `KDIR=${inside('two')}`]);
    expect(status).toBe(2);
    expect(said).toContain('error: sample.ko is for Linux 6.1.0-one, but the kernel tree');
  });
});
