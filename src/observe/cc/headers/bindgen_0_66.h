/* A string that holds NUL. The bindgen that stumbles over it ends with an error. */
#define NAME "a\0b"
