import { createHash } from 'node:crypto';
import type { Freight, PriceTable } from '../../../../shared/domain/freight.ts';
import type { Party } from '../../../../shared/domain/party.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';
import { estimateFreight } from '../../../dispatch/estimateFreight.ts';
import type { OrderFacts } from '../../../dispatch/rules/orderFacts.ts';
import { priceTableJson, freightJson as storedFreight } from '../../../store/booking/bookingJson.ts';
import type { Order, Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { factsOf } from './orderFacts.ts';

/** Older words of a platform are not used for choosing. */
const freightAnswerMs = 7 * dayMs;
/** Weights are asked in steps of this, so that one answer serves alike parcels; no carrier charges finer. */
const askedGrams = 100;

export interface FreightBook {
  readonly tables: readonly PriceTable[];
  /** By the merchant's table; where that does not tell, by what the platform said of late. */
  of(accountId: string, carrier: string, facts: OrderFacts, from?: Party | null): Freight;
}

/** Price tables and fresh answers, read once for any number of orders. */
export async function openFreight({ store, clock }: Workspace, sender: Party | null): Promise<FreightBook> {
  const tables = await readPriceTables(store.read);
  const answers = await store.read.freight.answersSince(clock.now() - freightAnswerMs);
  const answered = new Map(
    answers.map((row) => [`${row.questionKey}\n${row.accountId}\n${row.carrier}`, row] as const),
  );
  const day = dayOf(clock.now());
  return {
    tables,
    of(accountId, carrier, facts, from = sender) {
      const own = estimateFreight(tables, { ...facts, accountId, carrier, day });
      if (own.isKnown || answered.size === 0) return own;
      const row = answered.get(`${questionKey(from, facts)}\n${accountId}\n${carrier}`);
      return row === undefined ? own : platformFreight(row.amountFen, row.checkedAt);
    },
  };
}

export async function readPriceTables({ freight }: Repositories): Promise<PriceTable[]> {
  return (await freight.tables()).map((row) => priceTableJson.read(row.tableJson));
}

export function platformFreight(amountFen: number, checkedAt: number): Freight {
  return {
    isKnown: true,
    amountFen,
    source: 'platform',
    lines: [{ kind: 'platform', amountFen, count: 1, grams: null }],
    tableName: '',
    zoneName: '',
    checkedAt,
  };
}

/** The weight a platform is asked about; null: it cannot be asked. */
export function askedWeight({ weightGrams }: Pick<OrderFacts, 'weightGrams'>): number | null {
  return weightGrams === null || weightGrams <= 0 ? null : Math.ceil(weightGrams / askedGrams) * askedGrams;
}

export function questionKey(
  sender: Party | null,
  facts: Pick<OrderFacts, 'province' | 'city' | 'weightGrams' | 'insuredFen'>,
): string {
  const parts = [
    sender?.province ?? '',
    sender?.city ?? '',
    facts.province,
    facts.city,
    askedWeight(facts) ?? 0,
    facts.insuredFen,
  ];
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** The day at this computer, as price tables name theirs. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What a booking keeps of its estimated freight, so that a price table changed later does not rewrite it. */
export function noteFreight(
  book: FreightBook,
  order: Order,
  {
    accountId,
    carrier,
    sender,
  }: { readonly accountId: string; readonly carrier: string; readonly sender: Party },
): Pick<Shipment, 'freightJson' | 'freightFen'> {
  const freight = book.of(accountId, carrier, factsOf(order), sender);
  return {
    freightJson: JSON.stringify(freight),
    freightFen: freight.isKnown ? freight.amountFen : null,
  };
}

/** null: booked before it was kept. */
export function bookedFreight({ freightJson }: Pick<Shipment, 'freightJson'>): Freight | null {
  return freightJson === '' ? null : storedFreight.readOr(freightJson, null);
}
