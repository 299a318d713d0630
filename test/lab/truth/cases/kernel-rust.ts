import { trees } from '../../systems.ts';
import type { CaseDraft } from '../case.ts';

/** Trixie has these beside its clang 19. */
function installLibclang(major: number): string {
  return `apt-get update && apt-get install --yes --no-install-recommends libclang1-${major}`;
}

/** A small configuration of the source itself, with what Rust takes but for Rust. */
function configure(...symbols: string[]): string {
  return `cd ${trees.source} && make allnoconfig
    for symbol in 64BIT EXPERT MODULES PRINTK ${symbols.join(' ')}; do scripts/config --enable $symbol; done
    make olddefconfig`;
}

/** Tools that are all there and do not suit each other, and configurations without Rust. */
export const rust: CaseDraft[] = [
  {
    name: 'other-libclang',
    state: 'LLVM=1, and LIBCLANG_PATH leads bindgen to the libclang of another LLVM than clang’s',
    prepare: installLibclang(18),
    env: { LLVM: '1', LIBCLANG_PATH: '/usr/lib/llvm-18/lib' },
    because: [],
    also: { 'libclang.clang': 'warn' },
    makeSays: /version does not match Clang's/,
  },
  {
    name: 'bindgen-too-old-for-libclang',
    state: 'bindgen 0.71.1, and LIBCLANG_PATH leads it to libclang 22, with which it loses the fields of structures',
    prepare: installLibclang(22),
    env: { LIBCLANG_PATH: '/usr/lib/llvm-22/lib' },
    because: ['bindgen.bindings'],
    also: { 'bindgen.behaviour': 'warn' },
    makeSays: /error\[E0(560|609)\]: .*no field/,
  },
  {
    name: 'configured-without-rust',
    state: 'the source is configured already, without Rust',
    prepare: configure(),
    because: [],
    also: { 'kernel.configuration': 'warn' },
    makeSays: /rust\/libkernel\.rmeta$/,
  },
  {
    name: 'configuration-forbids-rust',
    state: 'the source is configured already, with CONFIG_MODVERSIONS by genksyms',
    prepare: configure('MODVERSIONS'),
    because: ['kernel.configuration'],
    makeSays: /CONFIG_RUST was dropped/,
  },
];
