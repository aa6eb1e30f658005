import { freightSchema } from '../../../shared/contracts/freightSchema.ts';
import type { Freight } from '../../../shared/domain/freight.ts';
import type { OrdersTable, ShipmentsTable } from '../../store/schema.ts';
import type { FreightBook } from './freightOfLane.ts';
import { factsOf } from './orderFacts.ts';

/** What a booking keeps of its estimated freight, so that a price table changed later does not rewrite it. */
export function noteFreight(
  book: FreightBook,
  order: OrdersTable,
  { accountId, carrier }: { readonly accountId: string; readonly carrier: string },
): Pick<ShipmentsTable, 'freight_json' | 'freight_fen'> {
  const freight = book.of(accountId, carrier, factsOf(order));
  return {
    freight_json: JSON.stringify(freight),
    freight_fen: freight.isKnown ? freight.amountFen : null,
  };
}

/** null: booked before it was kept. */
export function bookedFreight({ freight_json }: Pick<ShipmentsTable, 'freight_json'>): Freight | null {
  return freight_json === '' ? null : freightSchema.parse(JSON.parse(freight_json));
}
