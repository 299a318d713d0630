import templates from 'virtual:templates';
import { expect, it } from 'vitest';
import type { Answers } from '../../src/scaffold/answers.ts';
import { toModel } from '../../src/scaffold/model.ts';
import { render } from '../../src/scaffold/render.ts';

function files(name: string, chosen: Pick<Answers, 'flavour' | 'withC'>): Map<string, string> {
  const answers: Answers = { name, description: '', author: '', licence: 'GPL-2.0', kind: 'hello', ...chosen };
  return render(toModel(answers, { version: '1.0.0', kernelRelease: '7.3.4' }), answers, templates);
}

it('silences what rustc says of a crate that is not in snake case, and of no other', () => {
  const kbuild = (name: string) => files(name, { flavour: 'rust-for-linux', withC: false }).get('Kbuild');
  expect(kbuild('xt_TEE')).toContain('\nRUSTFLAGS_xt_TEE.o := -Anon_snake_case\n');
  expect(kbuild('3w_xxxx')).not.toContain('RUSTFLAGS');
  const mixed = files('xt_TEE', { flavour: 'rust-for-linux', withC: true }).get('Kbuild');
  expect(mixed).toContain('\nRUSTFLAGS_xt_TEE_main.o := -Anon_snake_case\n');
});

it('gives a freestanding crate, whose name is its own, one in snake case', () => {
  const kbuild = (name: string) => files(name, { flavour: 'freestanding', withC: false }).get('Kbuild');
  expect(kbuild('xt_TEE')).toMatch(/^obj-m := xt_TEE\.o$[\s\S]*^rust-crate := xt_tee_rs$/m);
  expect(kbuild('A__b')).toContain('rust-crate := a_b_rs');
});

it('calls C functions by identifiers where the name begins with a digit', () => {
  const written = files('3w_xxxx', { flavour: 'rust-for-linux', withC: true });
  expect(written.get('3w_xxxx_c.h')).toContain('u32 _3w_xxxx_c_hash(');
  expect(written.get('c.rs')).toContain('link_name = "_3w_xxxx_c_hash"');
});
