import { assess } from '../assess.ts';
import { flavours } from '../assessment.ts';
import { renderJson } from '../report/json.ts';
import { renderText } from '../report/text.ts';
import { assessOptions } from './assess-options.ts';
import { type Command, commonOptions } from './command.ts';
import { wantsColour } from './terminal.ts';

export const probe: Command = {
  arguments: '',
  summary: 'can this machine build Rust kernel modules, and if not, what to do',
  options: {
    format: { value: 'FORMAT', help: 'how to report', choices: ['text', 'json'] },
    ...commonOptions,
  },
  async run(parsed) {
    const assessment = await assess(assessOptions(parsed));
    const { format, verbose } = parsed.options;
    process.stdout.write(
      format === 'json'
        ? renderJson(assessment)
        : renderText(assessment, { colour: wantsColour(process.stdout), verbose: verbose === true }),
    );
    return flavours.some((flavour) => assessment.verdicts[flavour].status === 'ready') ? 0 : 1;
  },
};
