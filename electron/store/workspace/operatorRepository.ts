import type { Kysely } from 'kysely';
import { type OperatorActKind, operatorActKinds } from '../../../shared/domain/operator.ts';
import { countRows, tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Operator, Schema } from '../schema.ts';

export type OperatorPatch = Partial<Omit<Operator, 'id' | 'version' | 'createdAt'>>;

export interface ActWindow extends WindowRequest {
  /** Absent: all of them. */
  readonly kinds?: readonly OperatorActKind[] | undefined;
}

/** Who works here. Nobody is ever deleted: the records name them. */
export function createOperatorRepository(db: Kysely<Schema>) {
  const operators = tableOf(db, 'operators');
  return {
    /** Those who work here now, in the order they came: the digit that signs somebody in stays when others are added. */
    active: () => operators.rows({ removedAt: null }).orderBy('createdAt').orderBy('id').execute(),
    byId: (id: string) => operators.row({ id }),
    insert: operators.insert,
    /** undefined: somebody else changed it first. */
    change: ({ id, version }: Pick<Operator, 'id' | 'version'>, patch: OperatorPatch) =>
      operators.change({ id, version }, patch),
    /** Notes of PINs tried and of the last sign-in; no change of the operator. */
    note: (id: string, note: Partial<Pick<Operator, 'wrongPins' | 'triedAt' | 'signedInAt'>>) =>
      operators.update({ id }, note),
  };
}

/** Rows are added, never changed and never deleted. */
export function createOperatorActRepository(db: Kysely<Schema>) {
  const acts = tableOf(db, 'operatorActs');
  const ofKinds = (kinds: readonly OperatorActKind[] = operatorActKinds) =>
    acts.rows().where('kind', 'in', kinds);
  return {
    last: () => acts.rows().orderBy('no', 'desc').limit(1).executeTakeFirst(),
    add: acts.insert,
    /** Newest first. */
    window: ({ offset, limit, kinds }: ActWindow) =>
      ofKinds(kinds).orderBy('no', 'desc').offset(offset).limit(limit).execute(),
    count: (kinds?: readonly OperatorActKind[]) => countRows(ofKinds(kinds)),
    /** In the order they were added, for checking the chain. */
    after: (no: number, limit: number) =>
      acts.rows().where('no', '>', no).orderBy('no').limit(limit).execute(),
  };
}
