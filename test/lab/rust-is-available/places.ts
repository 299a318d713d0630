/** Inside the root: where the fakes lie, a folder for each variant. */
export const fakes = '/lab/fakes';

/** A path where nothing is. */
export const missing = `${fakes}/missing`;

/** A file that is no program. */
export const nonexecutable = `${fakes}/nonexecutable`;

/** What a fake rustc calls its sysroot. It holds core's source, which does not say of which version it is. */
export const sysroot = `${fakes}/sysroot`;
