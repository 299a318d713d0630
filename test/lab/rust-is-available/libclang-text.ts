/** What bindgen says on stderr when libclang names itself in a header's message, as `clang version …`. */
export function libclangText(version: string, header = 'libclang.h'): string {
  return `${header}:2:9: warning: clang version ${version} [-W#pragma-messages], err: false`;
}
