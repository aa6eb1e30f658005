/** The same keys with any words: a language that lacks a key of the first one does not compile. */
export type Wording<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wording<T[K]> };

/** `order.ready`, `rule.clause.place` …: the way to each single text. */
export type WordKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${WordKey<T[K]>}`;
}[keyof T & string];

/** What fills the `{{places}}` of a text. */
export type WordParams = Readonly<Record<string, string | number>>;
