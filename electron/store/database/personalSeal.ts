import type { Kysely, RawBuilder, ValueNode } from 'kysely';

/** How an engine seals personal columns. Tables and columns by either of their names. */
export interface PersonalSeal {
  /** A value as it is stored; `row` is its row. Values that are not personal are unchanged. */
  sealed(table: string, column: string, value: unknown, row: Readonly<Record<string, unknown>>): unknown;
  /** The book had other keys before: the same text may be stored in several forms. */
  readonly hasPreviousKeys: boolean;
  /** The prefix of every text sealed with the newest key. */
  readonly head: string;
}

/** By engine: its adapter lives as long as its connection, and transactions share it. */
const seals = new WeakMap<object, PersonalSeal>();

export const sealPersonal = <Tables>(db: Kysely<Tables>, seal: PersonalSeal): unknown =>
  seals.set(db.getExecutor().adapter, seal);

/**
 * undefined: this engine stores personal columns as plain text. Otherwise statements can only compare them for equality: searches for
 * prefixes and fragments must read the rows and open them.
 */
export const personalSealOf = <Tables>(db: Kysely<Tables>): PersonalSeal | undefined =>
  seals.get(db.getExecutor().adapter);

/** A value in a hand-written statement that a personal column is compared with. */
export interface PersonalValueNode extends ValueNode {
  readonly personal: readonly [table: string, column: string];
}

/** Only for columns whose texts stay under one key: others may be stored in several forms. */
export function personalValue(table: string, column: string, value: string): RawBuilder<string> {
  const node: PersonalValueNode = { kind: 'ValueNode', value, personal: [table, column] };
  return { toOperationNode: () => node } as unknown as RawBuilder<string>;
}
