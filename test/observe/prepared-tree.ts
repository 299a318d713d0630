import { headerFolders, moduleHeaders } from '../../src/knowledge/kernel/module-build.ts';
import type { PretendMachine } from './pretend-machine.ts';

/**
 * Writes what Kbuild needs of a kernel tree that modules can be built against.
 * @param at where below the machine's root; its sources may lie elsewhere
 */
export function preparedTree(machine: PretendMachine, at: string, release: string, { sources = at } = {}): string {
  machine.file(`${at}/Makefile`, sources === at ? '# Kbuild\n' : `include ${machine.root}/${sources}/Makefile\n`);
  if (sources !== at) machine.file(`${sources}/Makefile`, '# Kbuild\n');
  for (const name of ['build', 'modpost', 'modfinal'])
    machine.file(`${sources}/scripts/Makefile.${name}`, '# Kbuild\n');
  for (const { tree, file } of moduleHeaders) if (tree === 'source') machine.file(`${sources}/${file}`, '/* */\n');
  for (const { tree, folder } of headerFolders)
    machine.file(`${tree === 'source' ? sources : at}/${folder.replace('$(SRCARCH)', 'x86')}/types.h`, '/* */\n');
  // What starts the scripts there.
  machine.file('bin/sh', 'x');
  machine.file(`${at}/include/config/auto.conf`, 'CONFIG_MODULES=y\n');
  machine.file(`${at}/include/generated/autoconf.h`);
  machine.file(`${at}/include/generated/utsrelease.h`, `#define UTS_RELEASE "${release}"\n`);
  machine.script(`${at}/scripts/basic/fixdep`);
  machine.script(`${at}/scripts/mod/modpost`);
  return `${machine.root}/${at}`;
}
