/** What a module does; the name is that of its folder of templates. */
export const kinds = ['hello'] as const;
export type Kind = (typeof kinds)[number];
