import { homedir, hostname, userInfo } from 'node:os';
import type { Assessment } from '../../model/assessment.ts';
import type { Person } from '../../report/parts/redact.ts';

export const formats = ['text', 'json', 'markdown', 'github', 'junit'] as const;
export type Format = (typeof formats)[number];

interface FormatOptions {
  colour: boolean;
  verbose: boolean;
  strict: boolean;
}

/** Loads what a format takes, and nothing of the others. */
export async function loadFormat(format: Format, options: FormatOptions): Promise<(assessment: Assessment) => string> {
  switch (format) {
    case 'text': {
      const { renderText } = await import('../../report/text.ts');
      return (assessment) => renderText(assessment, options);
    }
    case 'json':
      return (await import('../../report/json.ts')).renderJson;
    case 'markdown': {
      const { renderMarkdown } = await import('../../report/markdown.ts');
      return (assessment) => renderMarkdown(assessment, { ...options, person: thisPerson() });
    }
    case 'github': {
      const { renderGithub } = await import('../../report/github.ts');
      return (assessment) => renderGithub(assessment, options);
    }
    case 'junit': {
      const { renderJunit } = await import('../../report/junit.ts');
      return (assessment) => renderJunit(assessment, options);
    }
  }
}

/** Whom reports are not to name. */
export function thisPerson(): Person {
  return { home: homedir(), user: userName(), machine: hostname() };
}

/** A user id without a name is ordinary in containers. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
