import type { ShipmentState } from '../../../../shared/domain/shipment.ts';
import type { Repositories } from '../../../store/store.ts';

interface NumberOfOurs {
  readonly id: string;
  readonly waybillNo: string;
  readonly carrier: string;
  readonly state: ShipmentState;
}

/** Which booking each of these numbers belongs to, its further boxes and followed numbers included; others are not ours. */
export async function ownNumbers(
  { ledger }: Repositories,
  carrier: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, NumberOfOurs>> {
  const found = new Map<string, NumberOfOurs>();
  for (const read of [ledger.bookingsOf, ledger.boxesOf, ledger.followedOf]) {
    const open = numbers.filter((number) => !found.has(number));
    if (open.length === 0) break;
    for (const row of await read(open)) {
      const known = found.get(row.waybillNo);
      if (known === undefined || fits(row, carrier) >= fits(known, carrier)) found.set(row.waybillNo, row);
    }
  }
  return found;
}

/** A number used twice is that of the booking with this carrier, and of one that was not given back. */
function fits(row: NumberOfOurs, carrier: string): number {
  return (row.carrier === carrier ? 2 : 0) + (row.state === 'booked' ? 1 : 0);
}
