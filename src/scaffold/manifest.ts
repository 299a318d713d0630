import { type Assessment, type Flavour, flavours } from '../model/assessment.ts';
import { visibleJson } from '../text/visible.ts';
import type { Answers } from './answers.ts';

/** Its presence marks a folder as one of ours. */
export const manifestPath = '.kernel-rust-module.json';

/** What a module was made from: the answers and who made it. Nothing of the machine or the day, so that it can be committed. */
export function renderManifest(answers: Answers, { name, version }: Assessment['generator']): string {
  const { description, author, licence, flavour, kind, withC } = answers;
  const recorded = { name: answers.name, description, author, licence, flavour, kind, withC };
  return `${visibleJson(JSON.stringify({ generator: { name, version }, answers: recorded }, null, 2))}\n`;
}

/** The flavour that a manifest records; null where the text is no manifest of ours. */
export function recordedFlavour(manifest: string): Flavour | null {
  try {
    const flavour: unknown = JSON.parse(manifest)?.answers?.flavour;
    return flavours.find((known) => known === flavour) ?? null;
  } catch {
    return null;
  }
}
