import type { Ask } from '../scaffold/collect-answers.ts';
import { promptChoices } from '../scaffold/questions.ts';

/** Puts a question at the terminal. */
export const ask: Ask = async (question, suggestion) => {
  const { type, message, validate } = question;
  const prompts = await import('@inquirer/prompts');
  const context = { output: process.stderr };
  return type === 'select'
    ? prompts.select({ message, choices: promptChoices(question), default: suggestion }, context)
    : prompts.input({ message, default: suggestion, validate }, context);
};
