import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { minuteMs } from '../../../shared/rules/shopTime.ts';
import type { Account, Order } from '../../store/schema.ts';
import { planByRules } from '../../usecases/booking/choosing/planByRules.ts';
import { giveBackUnsent } from '../../usecases/booking/givingBack/giveBack.ts';
import { endWaits } from '../../usecases/orders/endWaits.ts';
import { complaintOf } from '../../usecases/orders/order.ts';
import { hasOddNumbers, shipAttention } from '../../usecases/ship/attention.ts';
import { PushRounds } from '../../usecases/tracking/pushes/pushRounds.ts';
import { leaveNothingPlanned, type WorkerLoops, withWorkers } from '../../usecases/workspace/withWorkers.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { WorkTally } from '../../usecases/workspace/workTally.ts';
import { accountToShip, chooseAccountOrRules } from '../accounts/account.ts';
import { carrier } from '../main/carrier.ts';
import { type Asked, type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { flag, text } from '../main/word.ts';
import { attentionLines, attentionView } from '../ship/attention.ts';
import { patience, patienceMsOf } from '../ship/patience.ts';
import { chooseSender } from '../ship/sender.ts';
import { say as sayShip } from '../ship/ship.ts';

const say = phrases({
  asked: [
    '{asked} 单在恢复备份后可能取过号，已挂起：用 orders release 回答 --same-parcel 或 --another-parcel。',
    '{asked} {asked|order|orders} may have been booked before the restore and {asked|is|are} held: answer with orders release --same-parcel or --another-parcel.',
  ],
  needsReview: [
    '还有 {needsReview} 单要校正，没有进队列：orders list --state needs-review 查看。',
    '{needsReview} {needsReview|order|orders} still to correct, in no queue: see orders list --state needs-review.',
  ],
});

const allReady = 100_000;

const options = {
  account: accountToShip,
  sender: text('FILE.json'),
  backup: accountToShip,
  carrier,
  printer: text('NAME|URI'),
  patience,
  'until-empty': flag,
  watch: flag,
};

type DispatchAsked = Asked<readonly [], typeof options> & { readonly workspace: Workspace };

async function openCounts({ store }: Workspace) {
  const rows = await store.read.orders.shipmentCounts();
  const sum = (state: string) =>
    rows.filter((row) => row.shipmentState === state).reduce((total, row) => total + row.total, 0);
  const asked = await store.read.orders.count({ state: 'held', holdReason: 'booked-before' });
  const needsReview = await store.read.orders.count({ state: 'needs-review' });
  return { unsure: sum('unsure') + sum('sending'), waiting: sum('planned'), asked, needsReview };
}

/** What this run was to do and what is still open of earlier ones, each order as it stands at the end. */
async function ordersOfRun({ store }: Workspace, ids: readonly string[]): Promise<readonly Order[]> {
  const { orders } = store.read;
  const whole = { offset: 0, limit: allReady };
  const open = [
    ...(await orders.window({ state: 'unsure' }, whole)),
    ...(await orders.window({ state: 'booking' }, whole)),
  ];
  const known = new Map([...(await orders.byIds(ids)), ...open].map((order) => [order.id, order]));
  return [...known.values()].sort((one, other) => one.createdAt - other.createdAt);
}

/** Labels that did not come out, or of which nobody knows, of the orders that this run had in hand. */
function labelsLeft(orders: readonly Order[], inHand: readonly string[]) {
  const ids = new Set(inHand);
  const count = (...states: readonly (string | null)[]) =>
    orders.filter(({ id, printState }) => ids.has(id) && states.includes(printState)).length;
  return { printUnsure: count('unsure'), printFailed: count('failed', 'held') };
}

/** Orders that are ready and joined no queue, because no account can be chosen for them. */
async function leftReady({ workspace, language, options: given }: DispatchAsked) {
  const account = await chooseAccountOrRules(workspace, given.account, false);
  const waiting = account.ok ? 0 : await workspace.store.read.orders.count({ state: 'ready' });
  if (account.ok || waiting === 0) return { waiting: 0, attention: [] };
  const row = { ...complaintOf(account), orderNo: '', rowNumber: 0 };
  return { waiting, attention: [attentionView(row, language)] };
}

/** Counts, who needs somebody and why, and whether anything is left. */
async function reportOf(asked: DispatchAsked, tally: WorkTally, planned: readonly string[]) {
  const { workspace, language } = asked;
  const { booked, failed, unsent, printed } = tally;
  const readyLeft = await leftReady(asked);
  const open = await openCounts(workspace);
  const orders = await ordersOfRun(workspace, [...planned, ...tally.orderIds]);
  const labels = labelsLeft(orders, tally.orderIds);
  const waiting = open.waiting + readyLeft.waiting;
  const counts = { booked, failed, unsent, printed, ...open, waiting, ...labels };
  const rows = await shipAttention(workspace, [], new Map(), orders);
  const attention = [...readyLeft.attention, ...rows.map((row) => attentionView(row, language))];
  const human = [
    sayShip(language, 'booked', counts),
    ...(unsent > 0 ? [sayShip(language, 'unsent', counts)] : []),
    ...(counts.asked > 0 ? [say(language, 'asked', counts)] : []),
    ...(counts.needsReview > 0 ? [say(language, 'needsReview', counts)] : []),
    ...attentionLines(attention, language, { hasFile: false }),
  ];
  const { unsure, asked: held, needsReview, printUnsure, printFailed } = counts;
  const isOpen = failed + unsure + waiting + held + needsReview + printUnsure + printFailed > 0;
  return report({ ...counts, attention }, human, isOpen || orders.some(hasOddNumbers));
}

/** Orders that are ready join the queue; where no account can be chosen, only what is queued already is worked. */
async function planAll({ workspace, signal, options: given }: DispatchAsked): Promise<readonly string[]> {
  const account = await chooseAccountOrRules(workspace, given.account, false);
  if (!account.ok) return [];
  const orderIds = await workspace.store.read.orders.readyIds(allReady);
  // What is queued already has its sender; a restored backup may know none.
  if (orderIds.length === 0 && given.sender === undefined) return [];
  const wish = {
    orderIds,
    accountId: account.value?.id ?? null,
    carrier: given.carrier ?? '',
    printerUri: given.printer ?? null,
    sender: unwrap(await chooseSender(workspace, { sender: given.sender })),
    stopping: signal,
  };
  unwrap(await planByRules(workspace, wish));
  return orderIds;
}

async function planBackup(
  workspace: Workspace,
  backup: Account,
  printerUri: string | null,
): Promise<Outcome<null>> {
  const { orders, accounts } = workspace.store.read;
  const open = await orders.window({ state: 'failed' }, { offset: 0, limit: allReady });
  const waiting = await orders.window({ state: 'booking' }, { offset: 0, limit: allReady });
  const ids = [...open, ...waiting].map(({ id }) => id);
  for (const { id } of await accounts.all()) {
    if (id !== backup.id) await giveBackUnsent(workspace, ids, id);
  }
  const orderIds = (await orders.readyIds(allReady)).filter((id) => ids.includes(id));
  const wish = { orderIds, accountId: backup.id, isBackup: true, carrier: '', printerUri };
  const planned = await planByRules(workspace, wish);
  return planned.ok ? done(null) : planned;
}

/** Orders that are ready join the queue, which is worked: the first account's to its end, then what the backup account takes; with `--watch` until the command is stopped. */
async function workThrough(
  asked: DispatchAsked,
  { booking, printing, untilIdle }: WorkerLoops,
): Promise<Outcome<readonly string[]>> {
  const { workspace } = asked;
  const { watch, backup, printer } = asked.options;
  const orderIds = await planAll(asked);
  booking.wake();
  await untilIdle(booking, { isLast: backup === undefined });
  const planned = backup === undefined ? done(null) : await planBackup(workspace, backup, printer ?? null);
  if (!planned.ok) return planned;
  booking.wake();
  if (watch) await takePushesUntil(asked, booking);
  else await untilIdle(booking);
  await untilIdle(printing);
  return done(orderIds);
}

const pushRoundMs = 1_000;

/**
 * Other programs that would use the workspace meanwhile are refused; what platforms push is taken from them. Orders whose day comes
 * meanwhile join the queue.
 */
async function takePushesUntil(asked: DispatchAsked, booking: WorkerLoops['booking']): Promise<void> {
  const { workspace, signal } = asked;
  const pushes = new PushRounds(workspace);
  let checkedAt = workspace.clock.now();
  while (!signal.aborted) {
    await pushes.round(signal);
    if (workspace.clock.now() - checkedAt >= minuteMs) {
      checkedAt = workspace.clock.now();
      if ((await endWaits(workspace)) > 0 && (await planAll(asked)).length > 0) booking.wake();
    }
    await workspace.clock.sleep(pushRoundMs, signal);
  }
}

export const dispatchCommands: readonly Command[] = [
  command({
    name: 'dispatch',
    zh: '处理取号队列',
    en: 'work the booking queue',
    access: 'bookParcels',
    options,
    perhaps: [['--until-empty'], ['--watch']],
    stays: 'watch',
    async run(asked) {
      const { workspace, signal, options: given } = asked;
      const run = { signal, patienceMs: patienceMsOf(given.patience) };
      const { tally, result } = await withWorkers(workspace, run, (hands) => workThrough(asked, hands));
      if (!result.ok) return result;
      await leaveNothingPlanned(workspace, result.value, signal);
      return reportOf(asked, tally, result.value);
    },
  }),
];
