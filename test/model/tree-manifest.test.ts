import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/model/failure.ts';
import { isOwnFile, type KdirManifest, parseManifest, renderManifest } from '../../src/model/tree-manifest.ts';
import { release, rustcLine } from '../tree/pretend-headers.ts';

const hash = '0123456789abcdef'.repeat(4);

const manifest: KdirManifest = {
  format: 2,
  generator: { name: 'generator-kernel-rust-module', version: '1.2.3' },
  release,
  vermagic: `${release} SMP preempt mod_unload `,
  architecture: 'x86_64',
  rustc: rustcLine,
  bindgen: 'bindgen 0.71.1',
  source: { package: 'linux-source-7.3', version: '7.3.4-1~bpo13+1' },
  headers: `/usr/src/linux-headers-${release}`,
  stock: { '.config': hash, 'Module.symvers': hash },
  files: { 'rust/libcore.rmeta': hash, 'rust/libmacros.so': hash, 'scripts/target.json': hash },
};

const sentence = (text: string) => {
  try {
    parseManifest(text, '/tree/kernel-rust-module.json');
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    return error instanceof Error ? error.message : '';
  }
  return 'fine';
};

test('what is written is read again', () => {
  expect(parseManifest(renderManifest(manifest), 'x')).toEqual(manifest);
});

test('a text that is no manifest is called so', () => {
  for (const text of ['', 'no JSON', 'null', '[]', '"text"', '7', '{}', '{"format":"1"}']) {
    expect(sentence(text)).toBe('"/tree/kernel-rust-module.json" is no manifest of a kernel tree.');
  }
});

test('a manifest of a later format asks for a newer version', () => {
  expect(sentence(JSON.stringify({ format: 3, new: true }))).toMatch(
    /newer version of kernel-rust-module \(format 3; this version reads formats 1 and 2\): update this one\.$/,
  );
});

describe('a damaged manifest', () => {
  const fields = Object.keys(manifest).filter((field) => field !== 'format');

  test.each(fields)('says that its field %s is missing', (field) => {
    expect(sentence(JSON.stringify({ ...manifest, [field]: undefined }))).toContain(`its field ${field} is missing`);
  });

  test.each([
    ['release', '../../etc'],
    ['release', '7.3.4/../../../etc'],
    ['release', ''],
    ['rustc', 'rustc\u001b[2J'],
    ['rustc', 'two\nlines'],
    ['architecture', 64],
    ['headers', 'usr/src'],
    ['source', { package: 'linux-source' }],
    ['generator', null],
    ['stock', { '.config': hash }],
    ['stock', { '.config': hash, 'Module.symvers': hash.toUpperCase() }],
    ['files', {}],
    ['files', [hash]],
    ['files', { 'rust/libkernel.rmeta': hash }],
    ['files', { ...manifest.files, 'rust/libmacros.so': 'short' }],
    ['files', { ...manifest.files, '../rust/libx.so': hash }],
    ['files', { ...manifest.files, Makefile: hash }],
  ])('is refused for the %s %j', (field, value) => {
    expect(sentence(JSON.stringify({ ...manifest, [field]: value }))).toContain(`its field ${field} is`);
  });

  test('cannot list a file by the name of an inherited field', () => {
    const files = `{"rust/libcore.rmeta":"${hash}","__proto__":"${hash}"}`;
    expect(sentence(JSON.stringify({ ...manifest, files: 0 }).replace('"files":0', `"files":${files}`))).toContain(
      'its field files is',
    );
  });
});

test('own files are in rust, and in scripts those that headers lack, and nothing beside or above them', () => {
  const own = [
    'rust/libcore.rmeta',
    'rust/libpin_init_internal.so',
    'rust/helpers/helpers_module.bc',
    'scripts/target.json',
    'rust/target.json',
    'rust/kernel/generated_arch_warn_asm.rs',
    'rust/proc-macro2/detection.rs',
    'rust/zerocopy/benches/formats/coco_static_size.x86-64',
    'scripts/generate_rust_analyzer.py',
  ];
  const foreign = [
    '../rust/libcore.rmeta',
    '/rust/libcore.rmeta',
    './rust/libcore.rmeta',
    'rust/../libcore.rmeta',
    'rust//libcore.rmeta',
    'rust/libcore.rmeta/',
    'rust/libcore.rmeta\n',
    'rust/.core.o.cmd',
    'rust/..',
    'rust/helpers/../libcore.rmeta',
    'rust/helpers/.hidden',
    'scripts/mod/modpost',
    'Makefile',
    '',
  ];
  expect(own.filter((path) => !isOwnFile(path))).toEqual([]);
  expect(foreign.filter(isOwnFile)).toEqual([]);
});
