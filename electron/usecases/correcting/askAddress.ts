import type { Party } from '../../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { legalRegion } from '../../addresses/memory/legalRegion.ts';
import { receiverOf } from '../orders/orderRow.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { askingAccount, askPlatform } from './askingAccount.ts';

export interface PlatformReading {
  readonly accountName: string;
  readonly platform: string;
  readonly checkedAt: number;
  /** As the platform said it, division names brought to the legal ones. */
  readonly receiver: Party;
  /** Fields in which it differs from what stands in the order. */
  readonly differs: string[];
}

/** Asks the platform's own parser how it understands this one order. Its answer is shown, never stored. */
export async function askAddress(
  workspace: Workspace,
  { orderId, accountId }: { readonly orderId: string; readonly accountId?: string | undefined },
): Promise<Outcome<PlatformReading>> {
  const order = await workspace.store.read.orders.byId(orderId);
  if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: orderId });
  const text = order.receiverText.trim();
  if (text === '' || /[*＊]/u.test(text)) return failure('ASK_TEXT_UNFIT');
  const opened = await askingAccount(workspace, 'parseAddress', accountId);
  if (!opened.ok) return opened;
  const { platform, account, row } = opened.value;
  const { parseAddress } = platform;
  if (parseAddress === undefined) return failure('ASK_UNSUPPORTED', { name: row.name });
  const answered = await askPlatform(workspace, opened.value, { interfaceName: 'parse', orderId }, () =>
    parseAddress(text, account, workspace.ports),
  );
  if (!answered.ok) return answered;
  const { value: said, checkedAt } = answered.value;
  const { unknown: _unknown, ...region } = legalRegion(said, workspace.divisions);
  const receiver = { ...said, ...region };
  const ours = receiverOf(order);
  return done({
    accountName: row.name,
    platform: platform.manifest.id,
    checkedAt,
    receiver,
    differs: (Object.keys(ours) as (keyof Party)[]).filter((field) => ours[field] !== receiver[field]),
  });
}
