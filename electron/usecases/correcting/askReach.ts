import type { ReachHint } from '../../../shared/domain/addressKnowledge.ts';
import type { PostalAddress } from '../../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import type { Order } from '../../store/schema.ts';
import { askPlatform } from '../booking/callOutside.ts';
import { receiverOf } from '../orders/order.ts';
import { orderById } from '../orders/select.ts';
import { readSettings } from '../workspace/settings.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { askingAccount } from './askPlatform.ts';
import { textDigest } from './memoryKeys.ts';
import { findNoShip, noShipPlaceText, readNoShip } from './noShip.ts';

/** Older answers say nothing of today's network of branches. */
export const answerKeptMs = 30 * dayMs;

/** What is known of an order's reach without asking anyone: own list first, then earlier answers, newest first. */
export async function reachOfOrder(workspace: Workspace, orderId: string): Promise<Outcome<ReachHint[]>> {
  const found = await orderById(workspace.store.read, orderId);
  if (!found.ok) return found;
  const order = found.value;
  return done(await hintsOf(workspace, order));
}

async function hintsOf({ store: { read }, clock }: Workspace, order: Order): Promise<ReachHint[]> {
  const receiver = receiverOf(order);
  const own = findNoShip(receiver, await readNoShip(read)).map(
    ({ carrier, reason, createdAt, ...place }): ReachHint => ({
      carrier,
      answer: 'not-reachable',
      source: 'own-list',
      accountName: '',
      checkedAt: createdAt,
      place: noShipPlaceText(place),
      reason,
    }),
  );
  const answers = await read.reach.ofPlace(placeKeyOf(receiver));
  const answered = answers
    .filter(({ checkedAt: at }) => at > clock.now() - answerKeptMs)
    .map(
      ({ carrier, answer, accountName, checkedAt }): ReachHint => ({
        carrier,
        answer,
        source: 'platform',
        accountName: accountName ?? '',
        checkedAt,
        place: '',
        reason: '',
      }),
    );
  return [...own, ...answered];
}

/** Asks a platform now and keeps the answer for this very address; then all hints again. */
export async function askReach(
  workspace: Workspace,
  { orderId, accountId }: { readonly orderId: string; readonly accountId?: string | undefined },
): Promise<Outcome<ReachHint[]>> {
  const found = await orderById(workspace.store.read, orderId);
  if (!found.ok) return found;
  const order = found.value;
  const { sender, defaultCarrier } = await readSettings(workspace);
  if (sender === null) return failure('SENDER_MISSING');
  const receiver = receiverOf(order);
  if (receiver.province === '' || receiver.detail === '' || /[*＊]/u.test(receiver.detail))
    return failure('ASK_TEXT_UNFIT');
  const opened = await askingAccount(workspace, 'checkReach', accountId);
  if (!opened.ok) return opened;
  const { platform, account, row } = opened.value;
  const { checkReach } = platform;
  if (checkReach === undefined) return failure('ASK_UNSUPPORTED', { name: row.name });
  const request = {
    sender: addressOf(sender),
    receiver: addressOf(receiver),
    carrier: order.carrier === '' ? defaultCarrier : order.carrier,
  };
  const answered = await askPlatform(workspace, opened.value, { interfaceName: 'reach', orderId }, () =>
    checkReach(request, account, workspace.ports),
  );
  if (!answered.ok) return answered;
  const { value, checkedAt } = answered.value;
  await change(workspace, ['addressKnowledge'], async (write) => {
    await write.reach.put({
      accountId: row.id,
      carrier: value.carrier,
      placeKey: placeKeyOf(receiver),
      answer: value.answer,
      checkedAt,
    });
    await write.reach.prune(checkedAt - answerKeptMs);
  });
  return done(await hintsOf(workspace, order));
}

/** Names and phones are nobody's business in a question about a place. */
function addressOf({ province, city, district, town, detail }: PostalAddress): PostalAddress {
  return { province, city, district, town, detail };
}

/** Under which answers about an address are kept. */
export function placeKeyOf({ province, city, district, town, detail }: PostalAddress): string {
  return textDigest(province, city, district, town, detail);
}
