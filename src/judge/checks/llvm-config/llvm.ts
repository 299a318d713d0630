import { check } from '../../check.ts';
import { toolTrouble } from '../../tool/tool-trouble.ts';

/** No module's build runs llvm-config: it is asked because it tells of the LLVM libraries that other tools here are built on. */
export const llvmConfigLlvm = check({
  id: 'llvm-config.llvm',
  title: 'LLVM in llvm-config',
  goals: [],
  about:
    'Which LLVM the development files here belong to, and whether it has a back end for the architecture. It decides nothing: no module and no kernel needs llvm-config.',
  remedy: 'Nothing needs to be done.',
  source: '"llvm-config --targets-built".',
  judge({ llvmConfigs }, { architecture: { llvm, name }, timeoutMs }) {
    const [tool] = llvmConfigs;
    if (tool === undefined) {
      return { status: 'skip', found: 'llvm-config is not installed', detail: 'No module needs it.' };
    }
    const trouble = toolTrouble(tool, timeoutMs);
    if (trouble)
      return {
        status: trouble.status,
        found: `llvm-config (${tool.path}) ${trouble.clause}`,
        detail: 'No module needs it.',
      };
    const found = `llvm-config ${tool.version} (${tool.path})`;
    if (tool.targets.includes(llvm.config)) return { status: 'ok', found: `${found} has a back end for ${name}` };
    return { status: 'warn', found: `${found} has no back end for ${name}`, detail: 'No module needs it.' };
  },
});
