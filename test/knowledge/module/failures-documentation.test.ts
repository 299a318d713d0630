import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { adviceFor, type KnownFailure } from '../../../src/knowledge/module/failures/failure.ts';
import { failureSubjects, knownFailures } from '../../../src/knowledge/module/failures.ts';
import { flavours } from '../../../src/model/assessment.ts';
import { explained } from '../../explain/explained.ts';

const samples = join(import.meta.dirname, '../../explain/samples');

const logsOf = ({ id }: KnownFailure): string[] =>
  readdirSync(join(samples, id))
    .sort()
    .map((name) => readFileSync(join(samples, id, name), 'utf8'));

const isRecognised = ({ id, flavours: of }: KnownFailure, log: string): boolean =>
  of.every((flavour) => explained(flavour, log)[0] === id);

/** The line of a log that a failure is known by, short enough for a table. */
function words(failure: KnownFailure): string {
  const expression = new RegExp(failure.pattern);
  const lines = logsOf(failure).flatMap((log) => log.split('\n'));
  const line = lines.find((text) => expression.test(text)) ?? '';
  const known = line.replace(/^(\[[^\]]*\])?\s+/, '').replaceAll('`', "'");
  return known.length > 140 ? `${known.slice(0, 139)}…` : known;
}

function advice(failure: KnownFailure, which: 'cause' | 'remedy'): string {
  const texts = failure.flavours.map((flavour) => adviceFor(flavour, failure[which]));
  return new Set(texts).size === 1
    ? (texts[0] ?? '')
    : failure.flavours.map((flavour, index) => `_${flavour}_: ${texts[index]}`).join('<br>');
}

const cell = (text: string): string =>
  text
    .replaceAll('|', '\\|')
    .replace(/<(?!br>)/g, '&lt;')
    .replaceAll('*', '\\*');

function row(failure: KnownFailure): string {
  const of = failure.flavours.length === flavours.length ? 'both' : failure.flavours.join();
  const how = `${failure.known}, ${failure.source}`;
  const cells = [`\`${words(failure).replaceAll('|', '\\|')}\``, of, cell(advice(failure, 'cause'))];
  return `| ${[...cells, cell(advice(failure, 'remedy')), cell(how)].join(' | ')} |`;
}

function page(): string {
  const logs = knownFailures.flatMap((failure) => logsOf(failure).map((log) => ({ failure, log })));
  const recognised = logs.filter(({ failure, log }) => isRecognised(failure, log)).length;
  const recorded = knownFailures.filter(({ known }) => known === 'recorded').length;
  const of = flavours.map(
    (flavour) => `${knownFailures.filter((failure) => failure.flavours.includes(flavour)).length} ${flavour}`,
  );
  const tables = failureSubjects.map(({ title, failures }) =>
    [
      `## ${title}`,
      '',
      '| words | flavours | cause | remedy | how known |',
      '| --- | --- | --- | --- | --- |',
      ...failures.map(row),
      '',
    ].join('\n'),
  );
  return `# Known failures

If \`make\`, \`make modules_install\` or \`make boot\` fails in one of these ways, a scaffolded module says the cause and the
remedy below the message, in the order of the log and three at most. \`sh scripts/explain.sh LOG\` does the same for any log,
such as the output of \`dmesg\`. A module has the failures of its own flavour only. The table is the data of
\`src/knowledge/module/failures/\`; \`npx vitest run test/knowledge/module/failures-documentation.test.ts --update\` writes this page.

- ${knownFailures.length} failures are known (${of.join(', ')}).
- ${recorded} were brought about and recorded on Debian 12 with Linux 6.1, on Debian 13 with 7.3 or on Debian unstable with 7.2;
  the words of the other ${knownFailures.length - recorded} are from public reports.
- ${recognised} of the ${logs.length} logs in \`test/explain/samples/\` are recognised, each by its own row first. The logs of successful
  builds and boots in \`test/explain/healthy/\` match none.

${tables.join('\n')}`;
}

it('docs/failures.md lists every known failure, and how many real logs are recognised', async () => {
  await expect(page()).toMatchFileSnapshot('../../../docs/failures.md');
});

it('there are 70 known failures at least, and every log is recognised', () => {
  expect(knownFailures.length).toBeGreaterThanOrEqual(70);
  for (const failure of knownFailures)
    for (const log of logsOf(failure)) expect(isRecognised(failure, log), failure.id).toBe(true);
});
