import { join, resolve } from 'node:path';
import { assess } from '../../api/assess.ts';
import { refuseNoTree } from '../../api/refuse-no-tree.ts';
import type { Flavour } from '../../model/assessment.ts';
import { UsageError } from '../../model/usage-error.ts';
import { configPath, renderConfigMk } from '../../scaffold/config-mk.ts';
import { machineConfig } from '../../scaffold/machine-config.ts';
import { manifestPath, recordedFlavour } from '../../scaffold/manifest.ts';
import { readText } from '../../system/files/files.ts';
import { planWrite } from '../../write/plan.ts';
import { writeFiles } from '../../write/write.ts';
import { type Command, commonOptions } from '../command.ts';
import { assessOptions } from '../options/assess-options.ts';
import { print, say } from '../terminal/output.ts';

export const configure: Command = {
  arguments: '',
  summary: 'in a scaffolded module: choose kernel tree and toolchain for this machine again',
  options: commonOptions,
  async run(parsed) {
    const destination = resolve('.');
    const flavour = flavourOf(destination);
    const assessment = await assess({ ...assessOptions(parsed), goals: [flavour] });
    refuseNoTree(assessment);
    const files = new Map([[configPath, renderConfigMk(machineConfig(assessment, flavour))]]);
    const plan = await planWrite({ destination, files, marker: manifestPath, owned: [configPath], force: false });
    await writeFiles(plan, files);
    print(files.get(configPath) ?? '');
    const { status, summary } = assessment.verdicts[flavour];
    say(summary);
    return status === 'ready' ? 0 : 1;
  },
};

/** Answers of a thousand bytes each are recorded. */
const longestManifest = 64 * 1024;

function flavourOf(folder: string): Flavour {
  const text = readText(join(folder, manifestPath), longestManifest);
  const flavour = text === null ? null : recordedFlavour(text);
  if (flavour) return flavour;
  const trouble = text === null ? `there is no ${manifestPath}` : `its ${manifestPath} cannot be read`;
  throw new UsageError(
    'configure.no-module',
    `${folder} is no scaffolded module: ${trouble}. Go to a module's folder, or make one with kernel-rust-module new NAME.`,
  );
}
