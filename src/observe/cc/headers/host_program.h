/* The least that links into a program. */
int main(void) { return 0; }
