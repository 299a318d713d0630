/** Asks a yes-or-no question at the terminal. The default is no, so that a careless Enter changes nothing. */
export async function confirm(message: string): Promise<boolean> {
  const prompts = await import('@inquirer/prompts');
  return prompts.confirm({ message, default: false }, { output: process.stderr });
}
