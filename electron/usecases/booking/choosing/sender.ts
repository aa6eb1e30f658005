import type { Party } from '../../../../shared/domain/party.ts';
import type { Order } from '../../../store/schema.ts';
import { completedSender, wishesOf } from '../../orders/wishes.ts';
import type { Settings } from '../../workspace/settings.ts';

export interface SenderChoice {
  /** Named for all orders of this booking; null: not named. */
  readonly asked: Party | null;
  readonly settings: Pick<Settings, 'sender' | 'shopSenders'>;
}

/** Who sends this order: its own sender, else the one asked for, its shop's, or that of Settings; null: there is none. */
export function senderOf(
  order: Pick<Order, 'shop' | 'wishesJson'>,
  { asked, settings: { sender, shopSenders } }: SenderChoice,
): Party | null {
  const ofShop = shopSenders.find(({ shop }) => shop === order.shop)?.sender ?? null;
  const usual = asked ?? ofShop ?? sender;
  return usual === null ? null : completedSender(wishesOf(order).sender, usual);
}
