import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { OrderState } from '../../../shared/domain/order.ts';
import { type PrintJobState, printJobStates } from '../../../shared/domain/printing/printJob.ts';
import type { ShipmentState } from '../../../shared/domain/shipment.ts';
import type { Schema } from '../schema.ts';

/** Whether something exists at the platform is not known: was it booked, was it given back? */
export const openQuestions = ['unsure', 'voiding'] as const;

const waitingPrint = [
  'waiting',
  'rendering',
  'sending',
  'accepted',
  'confirmed',
  'scanned',
  'unsure',
] as const satisfies readonly PrintJobState[];

/** States of a label that did not come out and will not without a person. */
export const noPaperStates = printJobStates.filter((state) => !waitingPrint.some((other) => other === state));

export interface OrderTally {
  readonly state: OrderState;
  readonly shipmentState: ShipmentState | null;
  readonly printState: PrintJobState | null;
  readonly total: number;
}

/** All orders by what their table shows of them: a few dozen rows, however many orders there are. */
export async function orderTallies(db: Kysely<Schema>): Promise<OrderTally[]> {
  const rows = await db.selectFrom('orderTotals').selectAll().where('total', '>', 0).execute();
  return rows.map(({ shipmentState, printState, ...row }) => ({
    ...row,
    shipmentState: shipmentState === '' ? null : shipmentState,
    printState: printState === '' ? null : printState,
  }));
}

/** The same summed up: a row for each of what `keyOf` says, with the columns of its first. */
export function summed<Tally extends OrderTally>(
  tallies: readonly Tally[],
  keyOf: (tally: Tally) => string,
): Tally[] {
  const groups = new Map<string, Tally>();
  for (const tally of tallies) {
    const known = groups.get(keyOf(tally));
    groups.set(keyOf(tally), known === undefined ? tally : { ...known, total: known.total + tally.total });
  }
  return [...groups.values()];
}

export const totalOf = (tallies: readonly { readonly total: number }[]): number =>
  tallies.reduce((sum, { total }) => sum + total, 0);

/** Its goods go out with other orders, which are counted: nobody counts it twice. */
export const travelsElsewhere = ['merged', 'split'] as const satisfies readonly OrderState[];

/** Which of the tallies a filter shows; null: that is not counted along. */
export function countedStates(
  wanted: string | undefined,
  isApart = false,
): ((tally: OrderTally) => boolean) | null {
  const isOfState = statesOf(wanted);
  if (isOfState === null || !isApart) return isOfState;
  if (wanted === undefined) return ({ state }) => !travelsElsewhere.some((one) => one === state);
  return (tally) => isOfState(tally) && isExclusiveMatch(wanted, tally);
}

/** Filters beside those of states: an order stands under them besides. */
const overlappingFilters: readonly string[] = ['unsure', 'alarm', 'unprinted', 'held', 'due'];

/**
 * As people count: what a platform rejected, or did not answer, stands under that alone. Taken back from an account that was
 * rejected as a whole, an order is just ready. The same as `exclusiveFilter`.
 */
function isExclusiveMatch(wanted: string, { state, shipmentState }: OrderTally): boolean {
  if (wanted === 'failed') return state === 'needs-review';
  if (wanted === 'needs-review') return shipmentState !== 'refused';
  return overlappingFilters.includes(wanted) || !openQuestions.some((question) => question === shipmentState);
}

export function exclusiveFilter(wanted: string): Expression<SqlBool> {
  if (wanted === 'failed') return sql<SqlBool>`state = 'needs-review'`;
  if (wanted === 'needs-review') return sql<SqlBool>`shipment_state is not 'refused'`;
  return overlappingFilters.includes(wanted)
    ? sql<SqlBool>`true`
    : sql<SqlBool>`id not in (select id from orders where shipment_state in ('unsure', 'voiding'))`;
}

function statesOf(wanted: string | undefined): ((tally: OrderTally) => boolean) | null {
  if (wanted === undefined) return () => true;
  if (wanted === 'alarm' || wanted === 'due') return null;
  if (wanted === 'unsure')
    return ({ shipmentState }) => openQuestions.some((question) => question === shipmentState);
  if (wanted === 'failed') return ({ shipmentState }) => shipmentState === 'refused';
  if (wanted === 'unprinted') return lacksLabel;
  return ({ state }) => state === wanted;
}

/** Booked, and no label of it came out, will come out or may have come out. */
export function lacksLabel({ shipmentState, printState }: OrderTally): boolean {
  return shipmentState === 'booked' && !waitingPrint.some((state) => state === printState);
}
