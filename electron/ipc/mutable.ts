/** The same type without `readonly`, as the schemas of the contract infer it. */
export type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

/** A reply is only read from here on: the contract's types say nothing of that. */
export function mutable<T>(value: T): Mutable<T> {
  return value as Mutable<T>;
}
