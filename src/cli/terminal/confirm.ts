import { visible } from '../../text/visible.ts';

/** Asks a yes-or-no question at the terminal. The default is no, so that a careless Enter changes nothing. */
export async function confirm(question: string): Promise<boolean> {
  const prompts = await import('@inquirer/prompts');
  return prompts.confirm({ message: visible(question), default: false }, { output: process.stderr });
}
