import { release } from 'node:os';

/**
 * A text without the release of the kernel that this machine happens to run, and without the archive that its apt reads, so
 * that every machine records the same.
 */
export function anonymous(text: string): string {
  return text
    .replaceAll(release(), '6.18.0-lab')
    .replaceAll(/(?<="uri":\s?")https?:\/\/[^/"]+/g, 'http://mirror.example');
}
