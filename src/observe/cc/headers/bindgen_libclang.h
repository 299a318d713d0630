/* Has the libclang that bindgen loads say its version, as a warning on standard error. */
#pragma message("clang version " __clang_version__)
