import type { Order } from '../../store/schema.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { itemsOf } from './orderRow.ts';

export interface SentText {
  readonly field: 'name' | 'detail' | 'goods' | 'remark';
  readonly before: string;
  readonly after: string;
}

/** The platform that booked the order, or the one it would go to now; empty: none is set up. */
async function platformOf({ store }: Pick<Workspace, 'store'>, order: Order): Promise<string> {
  if (order.platform !== '') return order.platform;
  const { defaultAccountId } = await readSettings({ store });
  const account = defaultAccountId === null ? undefined : await store.read.accounts.byId(defaultAccountId);
  return account?.platform ?? '';
}

/** Texts of an order that its platform gets otherwise than they stand, with what it gets: forbidden characters replaced. */
export async function readSentTexts(
  workspace: Pick<Workspace, 'store' | 'platforms'>,
  order: Order,
): Promise<SentText[]> {
  const id = await platformOf(workspace, order);
  const sentText = workspace.platforms.find(({ manifest }) => manifest.id === id)?.sentText;
  if (sentText === undefined) return [];
  const texts: readonly (readonly [SentText['field'], string])[] = [
    ['name', order.receiverName],
    ['detail', order.town + order.detail],
    ...itemsOf(order).map(({ name }) => ['goods', name] as const),
    ['remark', order.sellerRemark],
  ];
  return texts
    .map(([field, before]) => ({ field, before, after: sentText(before) }))
    .filter(({ before, after }) => before !== after);
}
