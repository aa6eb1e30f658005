import type { Answered, Asked } from '../../../../shared/contracts/contract.ts';
import type { Freight } from '../../../../shared/domain/freight.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { phoneTail } from '../../../../shared/rules/phoneTail.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import { receiverOf } from '../../orders/order.ts';
import { seenOrder } from '../../orders/select.ts';
import { readSettings } from '../../workspace/settings.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { askPlatform } from '../callOutside.ts';
import { askedWeight, platformFreight, questionKey } from './freight.ts';
import { openChoosing } from './openChoosing.ts';
import { factsOf } from './orderFacts.ts';

type LaneFreight = Answered<'freight', 'ofOrder'>[number];

/** What an order would cost with each account and carrier a price table is for, cheapest first, and with the usual one. */
export async function freightOfOrder(workspace: Workspace, orderId: string): Promise<Outcome<LaneFreight[]>> {
  const seen = await seenOrder(workspace.store.read, { orderId, version: null });
  if (!seen.ok) return seen;
  const order = seen.value;
  const { accounts, freight, defaultLane, carrierOf } = await openChoosing(workspace);
  const facts = factsOf(order);
  const lanes = new Map<string, { accountId: string; accountName: string; carrier: string }>();
  const add = (accountId: string, carrier: string): void => {
    const account = accounts.find(({ id }) => id === accountId);
    if (account !== undefined && carrier !== '')
      lanes.set(`${accountId}\n${carrier}`, { accountId, accountName: account.name, carrier });
  };
  if (defaultLane !== null) add(defaultLane.accountId, carrierOf(defaultLane, facts));
  for (const table of freight.tables)
    for (const account of accounts)
      if (table.accountId === '' || table.accountId === account.id) add(account.id, table.carrier);
  const priced = await Promise.all(
    [...lanes.values()].map(async (lane) => ({
      ...lane,
      ...(await asksOf(workspace, lane.accountId)),
      freight: freight.of(lane.accountId, lane.carrier, facts),
    })),
  );
  const amount = ({ freight: one }: LaneFreight) => (one.isKnown ? one.amountFen : Number.POSITIVE_INFINITY);
  return done(priced.sort((a, b) => (amount(a) === amount(b) ? 0 : amount(a) - amount(b))));
}

async function asksOf(workspace: Workspace, accountId: string) {
  const opened = await openAccount(workspace, accountId);
  const offers: readonly string[] = opened.ok ? opened.value.platform.manifest.capabilities : [];
  return { canAsk: offers.includes('freight'), canAskArrival: offers.includes('arrival') };
}

/** Asks the account's platform what the order would cost, and keeps the answer with its age. */
export async function askFreight(
  workspace: Workspace,
  asked: Asked<'freight', 'ask'>,
): Promise<Outcome<Freight>> {
  const seen = await seenOrder(workspace.store.read, { orderId: asked.orderId, version: null });
  if (!seen.ok) return seen;
  const order = seen.value;
  const opened = await openAccount(workspace, asked.accountId);
  if (!opened.ok) return opened;
  const { platform, account, row } = opened.value;
  const { sender } = await readSettings(workspace);
  if (sender === null) return failure('SENDER_MISSING');
  const facts = factsOf(order);
  const weightGrams = askedWeight(facts);
  if (weightGrams === null) return failure('FREIGHT_NEEDS_WEIGHT', { orderNo: order.orderNo });
  const ask = platform.freight?.bind(platform);
  if (ask === undefined) return failure('FREIGHT_NOT_OFFERED', { name: row.name });
  const insured = order.insuredFen === 0 ? {} : { insuredValueFen: order.insuredFen };
  const request = {
    sender,
    receiver: receiverOf(order),
    carrier: asked.carrier,
    weightGrams,
    ...insured,
  };
  const call = { interfaceName: 'freight', orderId: order.id } as const;
  const answer = await askPlatform(workspace, opened.value, call, () =>
    ask(request, account, workspace.ports),
  );
  if (!answer.ok) return answer;
  const { value: estimates, checkedAt } = answer.value;
  const key = questionKey(sender, facts);
  await change(workspace, ['rules'], async ({ freight }) => {
    for (const { carrier, amountFen } of estimates)
      await freight.putAnswer({
        accountId: row.id,
        carrier,
        questionKey: key,
        amountFen,
        checkedAt,
      });
  });
  const own = estimates.find(({ carrier }) => carrier === asked.carrier);
  return own === undefined
    ? failure('FREIGHT_NOT_OFFERED', { name: row.name })
    : done(platformFreight(own.amountFen, checkedAt));
}

export type ArrivalAnswer = Answered<'freight', 'askArrival'>;

/** Asks the account's platform when the order would arrive with a carrier; with its own number once that is known. */
export async function askArrival(
  workspace: Workspace,
  { orderId, accountId, carrier }: Asked<'freight', 'askArrival'>,
): Promise<Outcome<ArrivalAnswer>> {
  const seen = await seenOrder(workspace.store.read, { orderId, version: null });
  if (!seen.ok) return seen;
  const order = seen.value;
  const opened = await openAccount(workspace, accountId);
  if (!opened.ok) return opened;
  const { platform, account, row } = opened.value;
  const ask = platform.arrival?.bind(platform);
  if (ask === undefined) return failure('SERVICE_UNSUPPORTED', { name: row.name });
  const { sender } = await readSettings(workspace);
  if (sender === null) return failure('SENDER_MISSING');
  const request = {
    carrier,
    waybillNo: order.bookedCarrier === carrier ? order.waybillNo : '',
    sender,
    receiver: receiverOf(order),
    sentAt: null,
    weightGrams: askedWeight(factsOf(order)),
    phoneTail: phoneTail(order.receiverPhone),
  };
  const call = { interfaceName: 'arrival', orderId: order.id } as const;
  const answer = await askPlatform(workspace, opened.value, call, () =>
    ask(request, account, workspace.ports),
  );
  return answer.ok ? done({ ...answer.value.value, checkedAt: answer.value.checkedAt }) : answer;
}
