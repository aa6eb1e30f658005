/**
 * The same keys with any words: a language that lacks a key of the first one does not compile. What Chinese says in its
 * only plural form (`_other`) takes another form elsewhere, for a single thing (`_one`).
 */
export type Wording<T> = {
  readonly [K in keyof T as K | Singular<K>]: T[K] extends string ? string : Wording<T[K]>;
};

type Singular<K> = K extends `${infer Stem}_other` ? `${Stem}_one` : never;

/** `order.ready`, `rule.clause.place` …: the way to each single text. */
export type WordKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${WordKey<T[K]>}`;
}[keyof T & string];

/** What fills the `{{places}}` of a text. */
export type WordParams = Readonly<Record<string, string | number>>;
