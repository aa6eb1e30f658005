import { z } from 'zod';
import {
  countSchema,
  type DeepReadonly,
  fullText,
  idSchema,
  open,
  outputText,
  timeOrNull,
  timeSchema,
} from '../../domain/fields.ts';
import { awayConflicts } from '../../domain/packing/awayConflicts.ts';
import { procedure } from '../procedure.ts';

/** A parcel of this bench that the book did not bear, or that has two labels by now; a change of an order; or a courier's list. */
const conflictView = z.object({
  id: idSchema,
  kind: open(z.enum(awayConflicts)),
  code: open(z.string()),
  orderId: outputText(64),
  orderNo: outputText(200),
  parcelNo: countSchema,
  waybillNo: outputText(100),
  /** When it was packed, opened last or changed, and by whom. */
  at: timeSchema,
  operator: outputText(40),
  /** Folder in `set-aside` that keeps what could not be brought in; empty: nothing is kept. */
  file: outputText(100),
  /** Code of what stood against a change; empty: what somebody else did. */
  reason: open(z.string()),
  /** The file of an import. */
  fileName: outputText(4096),
  /** Orders of an import, or parcels of a list. */
  count: countSchema,
  /** The number that a courier's list has in the book. */
  listNo: outputText(60),
});

export type AwayConflictView = DeepReadonly<z.infer<typeof conflictView>>;

const stateView = z.object({
  /** Since when the server of the book is away; null: it is there, or there is none. */
  since: timeOrNull,
  /** As of when this bench knows what it has to pack; null: it knows nothing. */
  knownAt: timeOrNull,
  /** Gestures and changes of orders and lists that are not in the book yet. */
  waiting: countSchema,
  /** Labels that go on to come out at this bench meanwhile. */
  labels: countSchema,
  /** Code of what keeps them from coming into it, other than that it is away; empty: nothing. */
  code: open(z.string()),
  /** What was imported while the server was away and is not in the book yet, the oldest first. */
  imports: z.array(
    z.object({
      id: idSchema,
      file: outputText(4096),
      rows: countSchema,
      orders: countSchema,
      at: timeSchema,
      operator: outputText(40),
    }),
  ),
  /** What a person has to see to, the oldest first; none while the server is away. */
  conflicts: z.array(conflictView),
});

export type AwayStateView = DeepReadonly<z.infer<typeof stateView>>;

const comparing = ['changeOrders', 'seePersonalData'] as const;

const awayContract = {
  state: procedure('seeWork').output(stateView),
  /** Somebody has seen to it. */
  settle: procedure('packParcels').input({ id: idSchema }).output({ left: countSchema }),
  /** Both versions of an order that was changed here and elsewhere, in full: who decides must see what differs. */
  compare: procedure(comparing)
    .input({ id: idSchema })
    .output({
      fields: z.array(
        z.object({
          field: open(z.string()),
          before: fullText(4000),
          ours: fullText(4000),
          theirs: fullText(4000),
        }),
      ),
    }),
  /** Makes our change all the same, to the order as it is now. */
  takeOurs: procedure(comparing).input({ id: idSchema }).output({ left: countSchema }),
};

export const awayContracts = { away: awayContract };
