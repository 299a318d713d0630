/* What a C compiler says it is. Clang first, since it defines GCC's macros too. */
#if defined(__clang__)
clang version __clang_version__
#elif defined(__GNUC__)
gcc version __VERSION__
#endif
