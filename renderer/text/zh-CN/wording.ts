/** The same keys with any words: a language that lacks a key of the first one does not compile. */
export type Wording<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wording<T[K]> };
