import type { OrderComplaint } from '../../../shared/domain/order.ts';
import type { ImportedRow, OrderDraft } from '../kit/orderDraft.ts';

/** What further lines of an order take over from the row that holds its receiver. */
interface Head {
  readonly shop: string;
  /** Why the order does not ship, null when it may. */
  readonly stop: OrderComplaint | null;
}

export interface Continuations {
  /** The row with its order, or null while the order was not seen yet. */
  place(row: ImportedRow): ImportedRow | null;
  /** Lines that waited for their order: joined to it, or refused because it never came. */
  rest(): Generator<ImportedRow, void, void>;
}

function headOf({ shop, verdict, complaints }: OrderDraft): Head {
  return { shop, stop: verdict === 'skip' ? (complaints[0] ?? null) : null };
}

function continued(draft: OrderDraft, { shop, stop }: Head): ImportedRow {
  if (stop === null) return { kind: 'draft', draft: { ...draft, shop } };
  return { kind: 'draft', draft: { ...draft, shop, verdict: 'skip', complaints: [stop] } };
}

function orphan({ rowNumber, orderNo }: OrderDraft): ImportedRow {
  const complaint = { code: 'IMPORT_ROW_NO_RECEIVER', field: 'phone' };
  return { kind: 'rejected', rejected: { rowNumber, orderNo, complaint } };
}

/**
 * Brings further lines of an order, which leave out what its first row said, to their order. Where a file has such lines
 * (`isScattered`) its order numbers are kept, so that they may stand anywhere; otherwise only the row above counts.
 */
export function createContinuations(isScattered: boolean): Continuations {
  const heads = new Map<string, Head>();
  const waiting: OrderDraft[] = [];
  let previous: OrderDraft | null = null;
  function knownHead(draft: OrderDraft): Head | undefined {
    if (previous !== null && previous.orderNo === draft.orderNo) return headOf(previous);
    return heads.get(draft.orderNo);
  }
  return {
    place(row) {
      if (row.kind === 'rejected') {
        previous = null;
        return row;
      }
      const { draft } = row;
      if (draft.isContinuation !== true) {
        previous = draft;
        if (isScattered && draft.orderNo !== '') heads.set(draft.orderNo, headOf(draft));
        return row;
      }
      const head = knownHead(draft);
      if (head !== undefined) return continued(draft, head);
      if (!isScattered) return orphan(draft);
      waiting.push(draft);
      return null;
    },
    *rest() {
      for (const draft of waiting) {
        const head = heads.get(draft.orderNo);
        yield head === undefined ? orphan(draft) : continued(draft, head);
      }
    },
  };
}
