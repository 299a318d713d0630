/* A name made of two. The bindgen that reads its parts alone never says `foofoo`. */
#define TWICE(name) name##name
extern int TWICE(foo);
