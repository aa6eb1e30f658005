import type { PriceTrial } from '../../../../shared/contracts/freight.ts';
import type { Freight, FreightUnknown, PriceTable } from '../../../../shared/domain/freight.ts';
import { estimateFreight } from '../../../dispatch/estimateFreight.ts';
import { chooseByRules } from '../../../dispatch/rules/chooseByRules.ts';
import type { OrderFacts } from '../../../dispatch/rules/orderFacts.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { dayOf } from './freight.ts';
import { openChoosing } from './openChoosing.ts';
import { factsOf } from './orderFacts.ts';
import { readRuleSet } from './ruleSets.ts';
import { pastOrders, placeName, shownMoves } from './tryRules.ts';

/** Prices the orders of the last days with the tables in force and with a changed one. Stores nothing. */
export async function tryPriceTable(
  workspace: Workspace,
  table: PriceTable,
  days: number,
): Promise<PriceTrial> {
  const choosing = await openChoosing(workspace);
  const saved = await readRuleSet(workspace.store.read);
  const context = choosing.contextFor(saved.set, saved.versionNo);
  const { orders, isCut } = await pastOrders(workspace, days);
  const { tables } = choosing.freight;
  const changed = [...tables.filter(({ id }) => id !== table.id), table];
  const today = dayOf(workspace.clock.now());
  const tally = createTally(isCut);
  for (const row of orders) {
    const facts = factsOf(row);
    const was = priceOf(tables, table, facts, today);
    const is = priceOf(changed, table, facts, dayWithin(table, today));
    const choice = chooseByRules(context, facts);
    const isOwn = choice.kind === 'book' && choosing.carrierOf(choice.lane, facts) === table.carrier;
    tally.count(facts, isOwn, was, is);
    if (amountOf(was) === amountOf(is)) continue;
    tally.move({
      orderId: row.id,
      orderNo: row.orderNo,
      place: placeName(row),
      weightGrams: row.weightGrams,
      zoneName: is.isKnown ? is.zoneName : '',
      beforeFen: amountOf(was),
      afterFen: amountOf(is),
    });
  }
  return tally.trial();
}

/** A table that begins later is tried on its first day, one that is over on its last. */
function dayWithin({ validFrom, validTo }: PriceTable, today: string): string {
  if (validFrom !== '' && today < validFrom) return validFrom;
  return validTo !== '' && validTo < today ? validTo : today;
}

function priceOf(
  tables: readonly PriceTable[],
  { accountId, carrier }: PriceTable,
  facts: OrderFacts,
  day: string,
): Freight {
  return estimateFreight(tables, { ...facts, accountId, carrier, day });
}

function amountOf(freight: Freight): number | null {
  return freight.isKnown ? freight.amountFen : null;
}

function createTally(isCut: boolean) {
  const sums = () => ({ orders: 0, compared: 0, beforeFen: 0, afterFen: 0, known: 0, knownFen: 0 });
  const [all, own] = [sums(), sums()];
  const unknown = new Map<FreightUnknown, number>();
  const missing = new Map<string, number>();
  const moves: PriceTrial['moves'] = [];
  let moved = 0;
  const more = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const most = <K>(counts: Map<K, number>) => [...counts].sort(([, a], [, b]) => b - a);
  const add = (to: ReturnType<typeof sums>, before: number | null, after: number | null): void => {
    to.orders++;
    if (after === null) return;
    to.known++;
    to.knownFen += after;
    if (before === null) return;
    to.compared++;
    to.beforeFen += before;
    to.afterFen += after;
  };
  return {
    count(facts: OrderFacts, isOwn: boolean, was: Freight, is: Freight): void {
      add(all, amountOf(was), amountOf(is));
      if (isOwn) add(own, amountOf(was), amountOf(is));
      if (is.isKnown) return;
      more(unknown, is.reason);
      if (is.reason === 'no-zone') more(missing, facts.province);
    },
    move(move: PriceTrial['moves'][number]): void {
      moved++;
      if (moves.length < shownMoves) moves.push(move);
    },
    trial: (): PriceTrial => ({
      isCut,
      all,
      own,
      unknown: most(unknown).map(([reason, orders]) => ({ reason, orders })),
      missing: most(missing).map(([province, orders]) => ({ province, orders })),
      moved,
      moves,
    }),
  };
}
