import type { Kysely } from 'kysely';
import type { OperatorActKind } from '../../../shared/domain/operatorAct.ts';
import { countRows, tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Operator, PinDesk, PinTries, Schema, StoredOperatorAct } from '../schema.ts';

export type OperatorPatch = Partial<Omit<Operator, 'id' | 'version' | 'createdAt'>>;

type OperatorNote = Partial<
  Pick<Operator, 'wrongPins' | 'triedAt' | 'wrongSince' | 'signedInAt' | 'pinForm'>
>;

/** Absent: all of them. */
export interface ActFilter {
  readonly kinds?: readonly OperatorActKind[] | undefined;
  readonly operator?: string | undefined;
  /** UTC ms, the second one exclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly orderId?: string | undefined;
}

/** Who works here. Nobody is ever deleted: the records name them. `touched`: see `createRepositories`. */
export function createOperatorRepository(db: Kysely<Schema>, touched: () => void) {
  const operators = tableOf(db, 'operators');
  const tries = tableOf(db, 'pinTries');
  return {
    /** Those who work here now, in the order they came: the digit that signs somebody in stays when others are added. */
    active: () => operators.rows({ removedAt: null }).orderBy('createdAt').orderBy('id').execute(),
    byId: (id: string) => operators.row({ id }),
    insert(row: Operator): Promise<void> {
      touched();
      return operators.insert(row);
    },
    /** undefined: somebody else changed it first. */
    change({ id, version }: Pick<Operator, 'id' | 'version'>, patch: OperatorPatch) {
      touched();
      return operators.change({ id, version }, patch);
    },
    /** Notes of PINs tried and of the last sign-in; no change of the operator. */
    note(id: string, note: OperatorNote): Promise<boolean> {
      touched();
      return operators.update({ id }, note);
    },
    /** The same PIN under another digest, if nobody changed it meanwhile; no change of the operator. */
    renewPin(id: string, previous: string, { salt, hash }: { readonly salt: string; readonly hash: string }) {
      touched();
      return operators.update({ id, pinHash: previous }, { pinSalt: salt, pinHash: hash });
    },
    tries: () => tries.rows().orderBy('desk').orderBy('operatorId').execute(),
    triesOf: (desk: PinDesk, operatorId: string) => tries.row({ desk, operatorId }),
    putTries(row: PinTries): Promise<void> {
      touched();
      return tries.put(row, ['desk', 'operatorId']);
    },
    forgetTries(desk: PinDesk, operatorId: string): Promise<boolean> {
      touched();
      return tries.remove({ desk, operatorId });
    },
  };
}

/** Rows are added, never changed and never deleted: the database refuses it as well. */
export function createOperatorActRepository(db: Kysely<Schema>, touched: () => void) {
  const acts = tableOf(db, 'operatorActs');
  const fitting = ({ kinds, operator, from, to, orderId }: ActFilter) => {
    let rows = acts.rows({ operator, orderId });
    if (kinds !== undefined) rows = rows.where('kind', 'in', kinds);
    if (from !== undefined) rows = rows.where('at', '>=', from);
    return to === undefined ? rows : rows.where('at', '<', to);
  };
  return {
    last: () => acts.rows().orderBy('no', 'desc').limit(1).executeTakeFirst(),
    byNo: (no: number) => acts.row({ no }),
    add(row: StoredOperatorAct): Promise<void> {
      touched();
      return acts.insert(row);
    },
    /** Newest first. */
    window: ({ offset, limit, ...filter }: ActFilter & WindowRequest) =>
      fitting(filter).orderBy('no', 'desc').offset(offset).limit(limit).execute(),
    count: (filter: ActFilter = {}) => countRows(fitting(filter)),
    /** Which of these rows, each a `begun`, another row ends. */
    async endedOf(begunNos: readonly number[]): Promise<number[]> {
      if (begunNos.length === 0) return [];
      const ends = await acts.rows().where('begunNo', 'in', begunNos).execute();
      return ends.flatMap(({ begunNo }) => begunNo ?? []);
    },
    byChainStart: (start: string) =>
      acts.rows().where('chain', '>=', start).where('chain', '<', `${start}g`).orderBy('no').execute(),
    /** In the order they were added, for checking the chain. */
    after: (no: number, limit: number) =>
      acts.rows().where('no', '>', no).orderBy('no').limit(limit).execute(),
  };
}
