import { freightSchema } from '../../../../shared/contracts/freightSchema.ts';
import type { Freight } from '../../../../shared/domain/freight.ts';
import { factsOf } from '../../../dispatch/rules/choosingOrderFacts.ts';
import type { Order, Shipment } from '../../../store/schema.ts';
import type { FreightBook } from './freightOfLane.ts';

/** What a booking keeps of its estimated freight, so that a price table changed later does not rewrite it. */
export function noteFreight(
  book: FreightBook,
  order: Order,
  { accountId, carrier }: { readonly accountId: string; readonly carrier: string },
): Pick<Shipment, 'freightJson' | 'freightFen'> {
  const freight = book.of(accountId, carrier, factsOf(order));
  return {
    freightJson: JSON.stringify(freight),
    freightFen: freight.isKnown ? freight.amountFen : null,
  };
}

/** null: booked before it was kept. */
export function bookedFreight({ freightJson }: Pick<Shipment, 'freightJson'>): Freight | null {
  return freightJson === '' ? null : freightSchema.parse(JSON.parse(freightJson));
}
