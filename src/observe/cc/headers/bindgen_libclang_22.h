/* A structure declared before it is defined. The bindgen that stops at the declaration never says `pub foo`. */
struct declared_first;
struct declared_first {
	int foo;
};
