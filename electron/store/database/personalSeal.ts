import type { Kysely, RawBuilder, ValueNode } from 'kysely';

/** What an engine does that seals personal columns. Tables and columns by either of their names. */
export interface PersonalSeal {
  /** A value as it is to lie there; `row` is the one it belongs to. What is not personal stays. */
  sealed(table: string, column: string, value: unknown, row: Readonly<Record<string, unknown>>): unknown;
  /** The book had other keys before: one text may stand there in several forms. */
  readonly hasFormer: boolean;
  /** What each text that the newest key has sealed begins with. */
  readonly head: string;
}

/** Of each engine: its adapter lives as long as its connection, transactions have the same one. */
const seals = new WeakMap<object, PersonalSeal>();

export const sealPersonal = <Tables>(db: Kysely<Tables>, seal: PersonalSeal): unknown =>
  seals.set(db.getExecutor().adapter, seal);

/**
 * undefined: this engine holds personal columns in plain. Where it does not, nothing but equality can be asked of them in a statement:
 * whoever looks for beginnings and fragments reads the rows and looks at what was opened.
 */
export const personalSealOf = <Tables>(db: Kysely<Tables>): PersonalSeal | undefined =>
  seals.get(db.getExecutor().adapter);

/** A value in a statement by hand that a personal column is compared with. */
export interface PersonalValueNode extends ValueNode {
  readonly personal: readonly [table: string, column: string];
}

/** Only of columns whose texts stay under one key: any other may stand there in several forms. */
export function personalValue(table: string, column: string, value: string): RawBuilder<string> {
  const node: PersonalValueNode = { kind: 'ValueNode', value, personal: [table, column] };
  return { toOperationNode: () => node } as unknown as RawBuilder<string>;
}
