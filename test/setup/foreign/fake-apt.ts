import type { ForeignApt } from '../../../src/setup/foreign/apt.ts';

/** apt with these packages in its lists, whose files a test makes. */
export function fakeApt(
  depends: Record<string, string>,
  unpack: ForeignApt['unpack'] = async () => {},
): ForeignApt & { unpacked: string[] } {
  const unpacked: string[] = [];
  return {
    unpacked,
    update: async () => null,
    field: async (name) => depends[name] ?? null,
    async unpack(packages, folder, downloads) {
      unpacked.push(...packages);
      await unpack(packages, folder, downloads);
    },
  };
}
