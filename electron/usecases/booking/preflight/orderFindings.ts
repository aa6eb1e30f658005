import type { NoShipEntry } from '../../../../shared/domain/addressKnowledge.ts';
import { emptyParty } from '../../../../shared/domain/party.ts';
import { dayMs, shopMinute } from '../../../../shared/rules/shopTime.ts';
import type { Order } from '../../../store/schema.ts';
import type { OpenAccount } from '../../accounts/openAccount.ts';
import { answerKeptMs, placeKeyOf } from '../../correcting/askReach.ts';
import { readNoShip } from '../../correcting/noShip.ts';
import { reachBeforeBooking } from '../../correcting/reach.ts';
import { receiverOf } from '../../orders/order.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { checkBeforeBooking, labelGapsOf } from '../check.ts';
import { type SenderChoice, senderOf } from '../choosing/sender.ts';
import { freezeRequest } from '../freezeRequest.ts';
import { type Finding, fine, notKnown, trouble } from './finding.ts';

export interface AccountBatch {
  /** By the carrier that wins over the one an order asks for; empty: none. */
  readonly lanes: readonly { readonly carrier: string; readonly orders: readonly Order[] }[];
  readonly opened: OpenAccount;
  readonly defaultCarrier: string;
  readonly sender: SenderChoice;
}

/** An order that looks like one of the last days may be the same one from another file. */
const duplicateSpanMs = 3 * dayMs;
/** Orders looked at before others get their turn. */
const chunk = 100;

/**
 * What would happen to each order, found out by the very checks that booking makes; nothing is written. `carriers`: of
 * those that would be booked.
 */
export async function orderFindings(workspace: Workspace, batch: AccountBatch) {
  const noShip = await readNoShip(workspace.store.read);
  const found = {
    reach: [] as string[],
    characters: [] as string[],
    masked: [] as string[],
    signs: [] as string[],
  };
  const carriers = new Set<string>();
  let firstFault: { field: string; code: string } | null = null;
  let bookable = 0;
  let seen = 0;
  for (const { carrier, orders } of batch.lanes)
    for (const order of orders) {
      if (seen++ % chunk === chunk - 1) await new Promise(setImmediate);
      const one = await lookAt(workspace, batch, carrier, noShip, order);
      if (one.isMasked) found.masked.push(order.orderNo);
      if (one.kind === 'fine') {
        carriers.add(one.carrier);
        bookable++;
        if (one.gaps > 0) found.signs.push(order.orderNo);
      } else found[one.kind].push(order.orderNo);
      if (one.kind === 'characters') firstFault ??= { field: one.field, code: one.code };
    }
  return {
    bookable,
    carriers: [...carriers],
    findings: [
      of('reach', 'PREFLIGHT_REACH', found.reach),
      of('characters', 'PREFLIGHT_CHARACTERS', found.characters, firstFault ?? {}),
      ...(found.signs.length === 0 ? [] : [of('characters', 'PREFLIGHT_LABEL_SIGNS', found.signs)]),
      of('masked', 'PREFLIGHT_MASKED', found.masked),
    ],
  };
}

/** Orders that should have left, as their platforms say; the earliest time of the others. Not known where no file said any. */
export function shipByFinding(orders: readonly Order[], now: number): Finding {
  const timed = orders.flatMap(({ orderNo, shipBy }) => (shipBy === null ? [] : [{ orderNo, shipBy }]));
  if (timed.length === 0) return notKnown('ship-by');
  const past = timed.filter(({ shipBy }) => shipBy <= now).map(({ orderNo }) => orderNo);
  if (past.length === 0)
    return fine('ship-by', { date: shopMinute(Math.min(...timed.map(({ shipBy }) => shipBy))) });
  return trouble('ship-by', 'warn', 'PREFLIGHT_SHIP_BY', { count: past.length }, past);
}

/** Orders that may be one order in two files. */
export async function duplicatesFinding(workspace: Workspace, orders: readonly Order[]): Promise<Finding> {
  return of('duplicates', 'PREFLIGHT_DUPLICATES', await duplicatesOf(workspace, orders));
}

function of(
  name: Finding['name'],
  code:
    | 'PREFLIGHT_REACH'
    | 'PREFLIGHT_CHARACTERS'
    | 'PREFLIGHT_LABEL_SIGNS'
    | 'PREFLIGHT_MASKED'
    | 'PREFLIGHT_DUPLICATES',
  orderNos: readonly string[],
  params: Readonly<Record<string, string | number>> = {},
): Finding {
  return orderNos.length === 0
    ? fine(name)
    : trouble(name, 'warn', code, { ...params, count: orderNos.length }, orderNos);
}

type OrderFinding = { readonly isMasked: boolean } & (
  | { readonly kind: 'fine'; readonly carrier: string; readonly gaps: number }
  | { readonly kind: 'reach' }
  | { readonly kind: 'characters'; readonly field: string; readonly code: string }
);

async function lookAt(
  workspace: Workspace,
  { opened, defaultCarrier, sender }: AccountBatch,
  carrier: string,
  noShip: readonly NoShipEntry[],
  order: Order,
): Promise<OrderFinding> {
  const { read } = workspace.store;
  const { name, phone, detail } = receiverOf(order);
  const isMasked = [name, phone, detail].some((text) => /[*＊]/u.test(text));
  const { frozen } = await freezeRequest(read, order, await read.shipments.ofOrder(order.id), {
    sender: senderOf(order, sender) ?? emptyParty,
    platform: opened.platform.manifest,
    carrierAsked: carrier,
    carrierOfAccount: opened.account.fields.carrier ?? '',
    carrierByDefault: defaultCarrier,
  });
  if ((await reachBeforeBooking(read, order.id, frozen, noShip)) !== null) return { isMasked, kind: 'reach' };
  const answers = await read.reach.ofPlace(placeKeyOf(frozen.receiver));
  const isRefused = answers.some(
    (answer) =>
      answer.answer === 'not-reachable' &&
      answer.accountId === opened.row.id &&
      (answer.carrier === '' || answer.carrier === frozen.carrier) &&
      answer.checkedAt > workspace.clock.now() - answerKeptMs,
  );
  if (isRefused) return { isMasked, kind: 'reach' };
  const checked = checkBeforeBooking(opened, frozen);
  if (checked.ok) {
    const gaps = labelGapsOf(workspace, opened, order.orderNo, frozen).length;
    return { isMasked, kind: 'fine', carrier: frozen.carrier, gaps };
  }
  return { isMasked, kind: 'characters', field: String(checked.params?.field ?? ''), code: checked.code };
}

/** Orders whose phone and goods stand twice in the batch, or in an order of the last days that has a number. */
async function duplicatesOf({ store, clock }: Workspace, orders: readonly Order[]): Promise<string[]> {
  const key = ({ receiverPhone, goodsText }: Pick<Order, 'receiverPhone' | 'goodsText'>) =>
    `${receiverPhone}\n${goodsText}`;
  const sent = await store.read.orders.sentSince(clock.now() - duplicateSpanMs);
  const seen = new Map<string, number>();
  for (const row of [...sent, ...orders]) seen.set(key(row), (seen.get(key(row)) ?? 0) + 1);
  return orders
    .filter((order) => order.receiverPhone !== '' && (seen.get(key(order)) ?? 0) > 1)
    .map((order) => order.orderNo);
}
