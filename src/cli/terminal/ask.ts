import type { Ask } from '../../scaffold/collect-answers.ts';
import { promptChoices } from '../../scaffold/questions.ts';
import { visible } from '../../text/visible.ts';

/** Puts a question at the terminal. What is suggested may come from git or the machine, and is shown so that it can do no harm. */
export const ask: Ask = async (question, suggestion) => {
  const { type, message, validate } = question;
  const prompts = await import('@inquirer/prompts');
  const context = { output: process.stderr };
  if (type === 'select') {
    return prompts.select({ message, choices: promptChoices(question), default: suggestion }, context);
  }
  const shown = visible(suggestion);
  const answer = await prompts.input({ message, default: shown, validate }, context);
  return answer === shown ? suggestion : answer;
};
