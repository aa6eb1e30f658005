import type { ChosenBy } from '../../../shared/domain/bookingRule.ts';
import type { ShipmentsTable } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';

/** Counts a booking to the share it was made under; one made anew may have left it. */
export async function noteChoice(
  { rules }: Pick<Repositories, 'rules'>,
  shipment: Pick<ShipmentsTable, 'id' | 'order_id'>,
  chosen: ChosenBy | undefined,
): Promise<void> {
  const share = chosen?.share ?? null;
  if (share === null) return rules.dropShare(shipment.id);
  await rules.noteShare({
    shipment_id: shipment.id,
    order_id: shipment.order_id,
    experiment_id: share.experimentId,
    arm: share.arm,
  });
}
