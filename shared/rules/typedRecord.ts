/** The names in a record, by its type. For records written out in the code: of any other, the type may know fewer names than it holds. */
export const keysOf = <K extends string>(record: Readonly<Partial<Record<K, unknown>>>): K[] =>
  Object.keys(record) as K[];

/** A record with a value for each of these names. */
export const recordOf = <K extends string, V>(keys: readonly K[], valueFor: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, valueFor(key)])) as Record<K, V>;

export type DefinedIn<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without what is undefined: a change that names a field and gives it no value changes nothing. */
export const definedIn = <T extends object>(record: T): DefinedIn<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as DefinedIn<T>;
