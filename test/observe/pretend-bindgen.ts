import type { PretendMachine } from './pretend-machine.ts';

/**
 * Writes a bindgen that tells its version, and does as it is told with headers.
 * @param headers the end of a header's name → shell lines
 */
export function pretendBindgen(machine: PretendMachine, version: string, headers: Record<string, string[]>): void {
  const cases = Object.entries(headers).flatMap(([name, lines]) => [`*${name})`, ...lines, ';;']);
  machine.script('bindgen', 'case "$1" in', `--version) echo bindgen ${version} ;;`, ...cases, 'esac');
}

/** Shell lines that name a libclang as libclang itself does. */
export function libclang(version: string): string[] {
  return [
    `echo "/usr/lib/bindgen_libclang.h:2:9: warning: clang version ${version} [-W#pragma-messages], err: false" >&2`,
  ];
}
