import type { Ask } from '../scaffold/collect-answers.ts';

/** Puts a question at the terminal. */
export const ask: Ask = async ({ type, message, choices = [], validate }, suggestion) => {
  const prompts = await import('@inquirer/prompts');
  const context = { output: process.stderr };
  return type === 'select'
    ? prompts.select({ message, choices, default: suggestion }, context)
    : prompts.input({ message, default: suggestion, validate }, context);
};
