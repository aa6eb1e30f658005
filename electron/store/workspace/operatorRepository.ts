import type { Kysely } from 'kysely';
import { type OperatorActKind, operatorActKinds } from '../../../shared/domain/operatorAct.ts';
import { countRows, tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Operator, PinDesk, PinTries, Schema, StoredOperatorAct } from '../schema.ts';

export type OperatorPatch = Partial<Omit<Operator, 'id' | 'version' | 'createdAt'>>;

type OperatorNote = Partial<
  Pick<Operator, 'wrongPins' | 'triedAt' | 'wrongSince' | 'signedInAt' | 'pinForm'>
>;

export interface ActWindow extends WindowRequest {
  /** Absent: all of them. */
  readonly kinds?: readonly OperatorActKind[] | undefined;
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
    renewPin(id: string, former: string, { salt, hash }: { readonly salt: string; readonly hash: string }) {
      touched();
      return operators.update({ id, pinHash: former }, { pinSalt: salt, pinHash: hash });
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
  const ofKinds = (kinds: readonly OperatorActKind[] = operatorActKinds) =>
    acts.rows().where('kind', 'in', kinds);
  return {
    last: () => acts.rows().orderBy('no', 'desc').limit(1).executeTakeFirst(),
    byNo: (no: number) => acts.row({ no }),
    add(row: StoredOperatorAct): Promise<void> {
      touched();
      return acts.insert(row);
    },
    /** Newest first. */
    window: ({ offset, limit, kinds }: ActWindow) =>
      ofKinds(kinds).orderBy('no', 'desc').offset(offset).limit(limit).execute(),
    count: (kinds?: readonly OperatorActKind[]) => countRows(ofKinds(kinds)),
    /** In the order they were added, for checking the chain. */
    after: (no: number, limit: number) =>
      acts.rows().where('no', '>', no).orderBy('no').limit(limit).execute(),
  };
}
