import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { crateMacros, usedMacros } from './crate-macros.ts';
import { readFile, writeFile } from './files.ts';
import { asUser } from './kdir.ts';
import type { Root } from './root.ts';
import { expectStatus, run, succeed } from './run.ts';
import { say } from './say.ts';

/** Macros of parts of the crate that Debian's configuration leaves out, by what would have to be set to `y`. */
const configuredOut: Record<string, string[]> = {
  DRM: ['declare_drm_ioctls', 'impl_aref_for_gem_obj'],
  KUNIT: ['kunit_assert', 'kunit_assert_eq', 'kunit_tests', 'kunit_unsafe_test_suite'],
  RUST_PWM_ABSTRACTIONS: ['module_pwm_platform_driver'],
  RUST_SERIAL_DEV_BUS_ABSTRACTIONS: ['module_serdev_device_driver'],
  USB: ['module_usb_driver', 'usb_device_table'],
};

/** It is module_driver! for one bus, as those of other buses are that the samples use. */
const alike = ['module_auxiliary_driver'];

/** Sources of the crate `kernel`, and of what it hands on of others. */
const crates = ['kernel', 'macros', 'pin-init'];

/** Looks into the sources which macros there are, so that a new one is noticed, and builds modules with all of them. */
export async function buildEachMacro(root: Root, tree: string, words: string[]): Promise<void> {
  const folders = crates.map((name) => `${tree}/rust/${name}`);
  const find = ['find', ...folders, '-name', '*.rs', '-not', '-name', 'generated_*', '-exec', 'cat', '{}', '+'];
  const macros = crateMacros((await succeed(root, find)).stdout);
  const own = ownModules(macros.exported);
  const samples = await kernelSamples(root);

  const modules = { ...own, ...samples };
  for (const [path, text] of Object.entries(own)) await writeFile(root, `modules/${path}`, text, asUser);
  const roots = Object.keys(modules).filter((path) => path.endsWith('.rs'));
  await writeFile(root, 'modules/Kbuild', kbuild(roots), asUser);
  const build = ['make', '-k', '-C', tree, 'M=/home/lab/modules', ...words];
  const { output } = await run(root, build, { ...asUser, seconds: 1200 });

  const { stdout } = await succeed(root, ['sh', '-c', 'ls modules/*.o'], asUser);
  const built = roots.filter((path) => stdout.split('\n').includes(`modules/${path.replace(/rs$/, 'o')}`));
  expect(built, output).toEqual(expect.arrayContaining(Object.keys(own)));
  const used = usedMacros(built.map((path) => modules[path]).join('\n'), macros);
  say(`${used.size} of ${macros.exported.size} macros in ${built.length} modules`);

  const settings = await readFile(root, `${tree}/include/generated/rustc_cfg`);
  const out = Object.entries(configuredOut).filter(([name]) => !settings.includes(`--cfg=CONFIG_${name}="y"`));
  const excused = [...alike, ...out.flatMap(([, names]) => names)];
  expect([...macros.exported].filter((name) => !used.has(name) && !excused.includes(name))).toEqual([]);
}

/** One of the samples has a part in C. */
function kbuild(roots: string[]): string {
  const objects = roots.map((path) => path.replace(/rs$/, 'o').replace('rust_print_main', 'rust_print'));
  return `obj-m := ${objects.join(' ')}\nrust_print-y := rust_print_main.o rust_print_events.o\n`;
}

/** Modules of our own, with what this kernel has of the macros. */
function ownModules(exported: Set<string>): Record<string, string> {
  const text = (name: string) => readFileSync(new URL(`rust/${name}`, import.meta.url), 'utf8');
  const names = new Set([...exported].map((name) => name.toLowerCase()));
  const parts = text('each_macro.rs').split(/^(?=mod use_)/m);
  const kept = parts.filter((part) => names.has(/^mod use_(\w+)/.exec(part)?.[1] ?? 'module'));
  return { 'each_macro.rs': kept.join(''), 'each_phy.rs': text('each_phy.rs') };
}

/** The kernel's own samples, unpacked to where the modules are. */
async function kernelSamples(root: Root): Promise<Record<string, string>> {
  const script = `mkdir modules && cd modules
    tar --extract --file /usr/src/linux-source-*.tar.xz --strip-components=3 --wildcards '*/samples/rust/*.rs' '*/rust_print_events.c'
    ls`;
  const { stdout } = expectStatus(await run(root, ['sh', '-ec', script], asUser), 0);
  const names = stdout.split('\n').filter((name) => name.endsWith('.rs'));
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(root, `/home/lab/modules/${name}`)] as const)),
  );
}
