import { orderSorts } from '../../../shared/contracts/orders.ts';
import {
  bookedBeforeAnswers,
  holdReasons,
  orderFilterStates,
  orderStates,
} from '../../../shared/domain/order.ts';
import { openPickupStates } from '../../../shared/domain/pickup.ts';
import { paperStates } from '../../../shared/domain/printing/printJob.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import type { Order } from '../../store/schema.ts';
import { bookedFreight } from '../../usecases/booking/choosing/freight.ts';
import { expectedDateOf } from '../../usecases/booking/shipment.ts';
import { filterNow } from '../../usecases/orders/due.ts';
import { cancelOrder, holdOrder, releaseOrder } from '../../usecases/orders/edit.ts';
import { exportOrders } from '../../usecases/orders/export.ts';
import { recordNameSearches, spendNameSearch } from '../../usecases/orders/nameSearch.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { inColumns } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { searchOf, searchOptions, searchWays } from '../main/standardInput.ts';
import { flag, found, many, oneOf, path, text, usual, whole, writtenFile } from '../main/word.ts';
import { changedOrders, order, orderContent, ordersShown, seenNow } from './order.ts';
import { contentLines, questionLines } from './orderLines.ts';

const say = phrases({
  labelOut: [
    '{orderNo} 的面单已经打印：撕掉，不要再贴。',
    'The label of {orderNo} has been printed: tear it up, do not use it.',
  ],
  pickupStands: [
    '{orderNo} 的上门取件还约着，没有一起取消：不用来了就运行 pickup cancel {orderNo}。',
    'The pickup of {orderNo} still stands, it was not called off with the order: if nobody need come, run pickup cancel {orderNo}.',
  ],
  exported: ['已导出 {count} 单：{file}', '{count} {count|order|orders} exported: {file}'],
});

const state = oneOf([...orderStates, ...orderFilterStates], 'S');

function holdReason<const Reason extends string>(reasons: readonly Reason[], name: string) {
  return found(name, async (_workspace, argument): Promise<Outcome<Reason>> => {
    const reason = reasons.find((known) => known === argument);
    if (reason !== undefined) return done(reason);
    return failure('ORDER_HOLD_REASON_UNKNOWN', { reason: argument, known: reasons.join(', ') });
  });
}

/** One is only given by the program. */
const byPerson = holdReasons.filter((reason) => reason !== 'booked-before');

/** Of several orders with one row number the one that is held. */
async function heldByNumber(workspace: Workspace, orderNo: string): Promise<Outcome<Order>> {
  const held = (await workspace.store.read.orders.ofNumber(orderNo)).filter((one) => one.state === 'held');
  const [only, ...more] = held;
  if (more.length > 0) return failure('ORDER_NUMBER_SHARED', { orderNo, count: held.length });
  return only === undefined ? order.find(workspace, orderNo) : done(only);
}

/** What a cancelled order leaves in the house or on its way to it. */
async function leftOver(
  { store }: Workspace,
  { id, orderNo, printState }: Order,
  language: Language,
): Promise<readonly string[]> {
  const pickups = await store.read.pickups.ofOrder(id);
  const isAwaited = pickups.some(({ state }) => openPickupStates.includes(state));
  const isOnPaper = printState !== null && paperStates.includes(printState);
  return [
    ...(isOnPaper ? [say(language, 'labelOut', { orderNo })] : []),
    ...(isAwaited ? [say(language, 'pickupStands', { orderNo })] : []),
  ];
}

export const orderCommands: readonly Command[] = [
  command({
    name: 'orders list',
    zh: '列出订单（个人信息打码，--reveal 显示）',
    en: 'list orders (personal data masked unless --reveal)',
    access: 'seeWork',
    reveals: 'exportPersonalData',
    options: {
      state,
      'hold-reason': holdReason(holdReasons, 'R'),
      ...searchOptions,
      sort: usual(oneOf(orderSorts, 'S'), 'createdAt'),
      limit: usual(whole(), 100),
    },
    perhaps: searchWays,
    async run({ workspace, options, ...context }) {
      const { orders } = workspace.store.read;
      const search = await searchOf(context, options);
      if (search !== undefined) {
        unwrap((await spendNameSearch(workspace, search)) ?? done(null));
        await workspace.store.write((write) => recordNameSearches(workspace, write));
      }
      const asked = { state: options.state, search, holdReason: options['hold-reason'] };
      const filter = await filterNow(workspace, asked);
      const sort = { by: options.sort, isDescending: options.sort === 'createdAt' };
      const found = await orders.window(filter, { offset: 0, limit: options.limit }, sort);
      const total = await orders.count(filter);
      const { rows, human } = await ordersShown(workspace, context, found, total);
      return report({ orders: rows, total }, human);
    },
  }),
  command({
    name: 'orders show',
    zh: '查看一个订单',
    en: 'show one order',
    access: 'seeWork',
    reveals: 'seePersonalData',
    operands: [order],
    async run({ workspace, operands: [one], ...context }) {
      const { rows, human } = await ordersShown(workspace, context, [one]);
      const shipment =
        one.shipmentId === null ? undefined : await workspace.store.read.shipments.byId(one.shipmentId);
      const freight = shipment === undefined ? null : bookedFreight(shipment);
      const expectedDate = shipment === undefined ? '' : expectedDateOf(shipment);
      const happened = await workspace.store.read.history.ofOrder(one.id);
      const history = happened.map(({ at, kind, code, operator }) => ({
        at: isoTime(at),
        kind,
        code,
        operator,
      }));
      const lines = inColumns(
        happened.map(({ at, kind, code, operator }) => [
          localTime(at),
          wordFor(context.language, 'history', kind),
          code,
          operator,
        ]),
      );
      const content = orderContent(one, context.isRevealed);
      const orders = rows.map((row) => ({ ...row, ...content, freight, expectedDate, history }));
      const shown = [
        human[0] ?? '',
        ...contentLines(content, context.language),
        ...questionLines(one, context.isRevealed, context.language),
      ];
      return report({ orders, total: 1 }, [...shown, ...lines]);
    },
  }),
  command({
    name: 'orders cancel',
    zh: '取消订单；已取号的先作废运单',
    en: 'cancel an order; a booked one gives its waybill back first',
    access: 'changeOrders',
    reveals: 'seePersonalData',
    operands: [order],
    async run({ workspace, operands: [one], ...context }) {
      const cancelled = unwrap(await cancelOrder(workspace, seenNow(one)));
      return changedOrders(
        workspace,
        context,
        cancelled,
        await leftOver(workspace, cancelled, context.language),
      );
    },
  }),
  command({
    name: 'orders hold',
    zh: '挂起订单并记下原因',
    en: 'hold an order, with the reason',
    access: 'changeOrders',
    reveals: 'seePersonalData',
    operands: [order],
    options: { reason: holdReason(byPerson, byPerson.join('|')), note: text('TEXT') },
    async run({ workspace, operands: [one], options: { reason = 'other', note = '' }, ...context }) {
      const held = await holdOrder(workspace, { ...seenNow(one), reason, note });
      return changedOrders(workspace, context, unwrap(held));
    },
  }),
  command({
    name: 'orders release',
    zh: '解除挂起，或确认问到能不能发货的可以发；恢复备份后可能取过号的，要说明是同一个包裹还是另一个包裹',
    en: 'release a held order, or one of which it is asked whether it may leave; one that may have been booked before a restore needs the answer whether it is the same parcel',
    access: 'changeOrders',
    reveals: 'seePersonalData',
    operands: [many(found('NO', heldByNumber))],
    options: { 'same-parcel': flag, 'another-parcel': flag, note: text('TEXT') },
    perhaps: [['--same-parcel'], ['--another-parcel']],
    async run({ workspace, operands: [orders], options, ...context }) {
      const answer = bookedBeforeAnswers.find((name) => options[name]);
      const released: Order[] = [];
      for (const one of orders) {
        const answered = { ...seenNow(one), note: options.note ?? '', answer };
        released.push(unwrap(await releaseOrder(workspace, answered)));
      }
      return changedOrders(workspace, context, released);
    },
  }),
  command({
    name: 'export',
    zh: '导出订单（个人信息打码，--reveal 显示并留记录）',
    en: 'export orders (personal data masked unless --reveal, which is recorded)',
    access: 'exportOrders',
    reveals: 'exportPersonalData',
    options: { state, ...searchOptions, out: writtenFile(path('FILE.xlsx|FILE.csv')) },
    perhaps: searchWays,
    async run({ workspace, language, terminal, isRevealed, why, options }) {
      const { state: only, out } = options;
      const search = await searchOf({ terminal, language }, options);
      const request = {
        filter: { state: only, search },
        path: out,
        language,
        isRevealed,
        reason: why,
      };
      const { path: file, rowCount: count } = unwrap(await exportOrders(workspace, request));
      return report({ path: file, rowCount: count }, [say(language, 'exported', { file, count })]);
    },
  }),
];
