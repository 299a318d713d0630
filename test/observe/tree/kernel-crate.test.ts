import { expect, it } from 'vitest';
import { crateFiles, crateWords } from '../../../src/knowledge/module/kernel-crate.ts';
import { observeKernelCrate } from '../../../src/observe/tree/kernel-crate.ts';
import { placeOf } from '../../../src/system/files/tree-path.ts';
import { pretendMachine } from '../pretend-machine.ts';

const [file = ''] = crateFiles;
const [word = ''] = crateWords;

it.each(['', 'source/'])('says which of the files and words that templates hang on are in %srust', (folder) => {
  const machine = pretendMachine();
  machine.file(`tree/${folder}rust/kernel/lib.rs`);
  machine.file(`tree/${folder}rust/kernel/${file}`);
  machine.file(`tree/${folder}rust/macros/module.rs`, `"${word}" => info.${word} = Some(x),\n`);
  expect(observeKernelCrate(placeOf(`${machine.root}/tree`).at)).toEqual({ files: [file], words: [word] });
});

it('takes no part of a word for the word', () => {
  const machine = pretendMachine();
  machine.file('tree/rust/kernel/lib.rs');
  machine.file('tree/rust/macros/module.rs', `un${word}ed`);
  expect(observeKernelCrate(placeOf(`${machine.root}/tree`).at)).toEqual({ files: [], words: [] });
});

it('knows nothing of a tree without those sources', () => {
  const machine = pretendMachine();
  machine.file('tree/rust/libkernel.rmeta');
  expect(observeKernelCrate(placeOf(`${machine.root}/tree`).at)).toBeNull();
});
