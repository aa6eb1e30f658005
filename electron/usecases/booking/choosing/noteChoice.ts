import type { ChosenBy } from '../../../../shared/domain/bookingRule.ts';
import type { Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';

/** Counts a booking to the share it was made under; one made anew may have left it. */
export async function noteChoice(
  { rules }: Pick<Repositories, 'rules'>,
  shipment: Pick<Shipment, 'id' | 'orderId'>,
  chosen: ChosenBy | undefined,
): Promise<void> {
  const share = chosen?.share ?? null;
  if (share === null) return rules.dropShare(shipment.id);
  await rules.noteShare({
    shipmentId: shipment.id,
    orderId: shipment.orderId,
    experimentId: share.experimentId,
    arm: share.arm,
  });
}
