import { join } from 'node:path';
import type { HostFact } from '../../model/facts.ts';
import { readText } from '../../system/files/files.ts';
import { printable } from '../run/printable.ts';

/** Reads os-release(5); null where there is none. */
export function readDistribution(root: string): HostFact['distribution'] {
  const text = readText(join(root, 'etc/os-release'), 16_384) ?? readText(join(root, 'usr/lib/os-release'), 16_384);
  return text === null ? null : parseOsRelease(text);
}

/** What an os-release file says; absent values take the defaults of os-release(5). */
export function parseOsRelease(text: string): NonNullable<HostFact['distribution']> {
  const values = new Map(
    Array.from(text.matchAll(/^([A-Z_]+)=(.*)$/gm), ([, key = '', value = '']) => [key, unquoted(value)]),
  );
  const name = values.get('NAME') ?? 'Linux';
  return {
    id: values.get('ID') ?? 'linux',
    idLike: values.get('ID_LIKE')?.split(/\s+/).filter(Boolean) ?? [],
    versionId: values.get('VERSION_ID') ?? '',
    name: values.get('PRETTY_NAME') ?? name,
  };
}

function unquoted(value: string): string {
  const [, , inner = value.trim()] = /^(["'])(.*)\1\s*$/.exec(value) ?? [];
  return printable(inner.replace(/\\(["'$`\\])/g, '$1'));
}
