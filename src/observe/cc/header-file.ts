import { fileURLToPath } from 'node:url';

/** Each address stands here whole: that is how the bundler sees that the file belongs to the package. */
const headers = {
  'bindgen_libclang.h': new URL('./headers/bindgen_libclang.h', import.meta.url),
  'bindgen_0_66.h': new URL('./headers/bindgen_0_66.h', import.meta.url),
  'bindgen_libclang_concat.h': new URL('./headers/bindgen_libclang_concat.h', import.meta.url),
  'bindgen_libclang_22.h': new URL('./headers/bindgen_libclang_22.h', import.meta.url),
  'host_program.h': new URL('./headers/host_program.h', import.meta.url),
  'cc_version.h': new URL('./headers/cc_version.h', import.meta.url),
};

/** Path of one of our own headers, which tools are run on to see what they make of it. */
export function headerFile(name: keyof typeof headers): string {
  return fileURLToPath(headers[name]);
}
