import { questions } from './questions.ts';

/** One option of a command line, as data. */
interface Option {
  value?: string;
  help: string;
  choices?: readonly string[];
}

/** The options of a scaffolding command: one for every question but the name, which stands first and without a dash. */
export const scaffoldOptions: Record<string, Option> = {
  ...Object.fromEntries(
    questions
      .filter(({ id }) => id !== 'name')
      .map(({ id, value, help, choices }) => [id, { value, help, ...(choices && { choices }) }]),
  ),
  'with-c': { help: 'write a part of it in C; with the flavour rust-for-linux' },
  yes: { help: 'take the defaults for what is not given; never overwrites anything' },
  force: { help: 'overwrite files that differ, and write into a folder that holds other files' },
  'dry-run': { help: 'list the files that would be written, and write nothing' },
};
