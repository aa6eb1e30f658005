import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { HoldReason, OrderState, orderFilterStates } from '../../../shared/domain/order.ts';
import type { Schema } from '../schema.ts';
import { type DueSpan, mustLeave } from './dueOrders.ts';
import type { Found } from './foundOrders.ts';
import type { OrderSearch } from './orderSearch.ts';
import { exclusiveFilter, noPaperStates, openQuestions, travelsElsewhere } from './orderTotals.ts';

export type OrderFilterState = OrderState | (typeof orderFilterStates)[number];

export interface OrderFilter {
  readonly state?: OrderFilterState | undefined;
  /** Held for this reason. */
  readonly holdReason?: HoldReason | undefined;
  /** Order number, waybill number, phone, name, goods or street: see `OrderSearch`. */
  readonly search?: string | undefined;
  /** The search is a scanned code and means one order. */
  readonly isCode?: boolean | undefined;
  /** Each order counts once: a rejected or unanswered one only there, not under its state too. */
  readonly isApart?: boolean | undefined;
  readonly booked?: BookedSpan | undefined;
  readonly importId?: string | undefined;
  /** The present meaning of `due`; without it nothing is due. */
  readonly due?: DueSpan | undefined;
}

/** Orders whose number was issued in this time (UTC ms, `to` not included), of a carrier, of a shop. */
interface BookedSpan {
  readonly from: number;
  readonly to: number;
  readonly carrier?: string | undefined;
  readonly shop?: string | undefined;
}

type Where = ExpressionBuilder<Schema, 'orders'>;

/** A filter with its search done. */
interface Asked extends Omit<OrderFilter, 'search' | 'isCode'> {
  readonly found?: Found | undefined;
}

/** The filter with what its search means. */
export async function searched(search: OrderSearch, filter: OrderFilter): Promise<Asked> {
  const { search: text = '', isCode = false, ...rest } = filter;
  return text.trim() === '' ? rest : { ...rest, found: await search.find(text, isCode) };
}

/** The condition on an order's row for this filter. */
export function matches(
  where: Where,
  { state, found, holdReason, booked, due, importId, isApart = false }: Asked,
): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (isApart && state !== undefined) conditions.push(exclusiveFilter(state));
  if (isApart && [state, found, holdReason, booked, importId].every((part) => part === undefined))
    // As a condition on each order it would read its row; so the list uses ids only, without the few that are excluded.
    conditions.push(where('id', 'not in', idsIn(where, travelsElsewhere)));
  if (state === 'unsure') conditions.push(where('shipmentState', 'in', openQuestions));
  else if (state === 'failed') conditions.push(where('shipmentState', '=', 'refused'));
  else if (state === 'unprinted') conditions.push(isUnprinted(where));
  else if (state === 'alarm') conditions.push(hasAlarm(where));
  else if (state === 'due') conditions.push(mustLeave(where, due ?? { from: 0, before: 0 }));
  else if (state !== undefined) conditions.push(where('state', '=', state));
  if (holdReason !== undefined)
    conditions.push(where.and([where('state', '=', 'held'), where('holdReason', '=', holdReason)]));
  if (booked !== undefined) conditions.push(wasBooked(where, booked));
  if (importId !== undefined) conditions.push(where('importId', '=', importId));
  if (found !== undefined) conditions.push(found(where));
  return where.and(conditions);
}

/** Without search and period the stored counts are used. */
export const isWhole = ({ search = '', holdReason, booked, importId }: OrderFilter): boolean =>
  search.trim() === '' && [holdReason, booked, importId].every((part) => part === undefined);

function wasBooked(where: Where, { from, to, carrier, shop }: BookedSpan): Expression<SqlBool> {
  let shipments = where
    .selectFrom('shipments')
    .select('orderId as id')
    .where('bookedAt', '>=', from)
    .where('bookedAt', '<', to);
  if (carrier !== undefined) shipments = shipments.where('carrier', '=', carrier);
  const isOfThem = where('id', 'in', shipments);
  return shop === undefined ? isOfThem : where.and([isOfThem, where('shop', '=', shop)]);
}

const idsIn = (where: Where, states: readonly OrderState[]) =>
  where.selectFrom('orders').select('id').where('state', 'in', states);

/** As a subquery: otherwise SQLite would walk all orders from the newest instead of sorting the few with an alarm. */
function hasAlarm(where: Where): Expression<SqlBool> {
  // As written in the partial index, or it would not be used.
  return where('id', 'in', where.selectFrom('orders').select('id').where(sql<SqlBool>`alarm <> ''`));
}

/** Lists the remaining states of a label: as a negation, every parcel ever booked would be read. */
function isUnprinted(where: Where): Expression<SqlBool> {
  const booked = () => where.selectFrom('orders').select('id').where('shipmentState', '=', 'booked');
  const without = booked().where('printState', 'is', null);
  return where('id', 'in', without.unionAll(booked().where('printState', 'in', noPaperStates)));
}
