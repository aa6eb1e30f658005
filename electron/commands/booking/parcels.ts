import { addParcel } from '../../usecases/booking/addParcel.ts';
import { bindWaybill } from '../../usecases/booking/bind.ts';
import { rebookChanged } from '../../usecases/booking/givingBack/rebookChanged.ts';
import { renumberOrder } from '../../usecases/booking/givingBack/renumber.ts';
import { readParcels } from '../../usecases/booking/parcels.ts';
import { type WorkerLoops, withWorkers } from '../../usecases/workspace/withWorkers.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, type CommandContext, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { flag, many, needed, pair, text, usual, whole } from '../main/word.ts';
import { maskOrders, order, orderRow, recordShown, seenNow, stateOf } from '../orders/order.ts';

const say = phrases({
  renumbered: [
    '订单 {orderNo}：旧单号 {oldWaybillNo} 已退回，新单号 {waybillNo}；打印 {printed} 张。',
    'Order {orderNo}: {oldWaybillNo} was given back, the new waybill is {waybillNo}; {printed} {printed|label|labels} printed.',
  ],
  renumberOpen: [
    '订单 {orderNo}：旧单号 {oldWaybillNo} 已退回，新单号还没有拿到（{state}）。',
    'Order {orderNo}: {oldWaybillNo} was given back, there is no new waybill yet ({state}).',
  ],
  renumberByHand: [
    '订单 {orderNo}：手工单号 {oldWaybillNo} 已退回；重新取号，或再填一个。',
    'Order {orderNo}: the hand-obtained {oldWaybillNo} was given back; book the order, or enter another waybill.',
  ],
  added: [
    '订单 {orderNo} 追加了包裹 {extraNo}，单号 {waybillNo}；打印 {printed} 张。',
    'Order {orderNo} has an added parcel {extraNo}, waybill {waybillNo}; {printed} {printed|label|labels} printed.',
  ],
  addedOpen: [
    '订单 {orderNo} 追加了包裹 {extraNo}，还没有拿到单号（{state}）。',
    'Order {orderNo} has an added parcel {extraNo}; it has no waybill yet ({state}).',
  ],
  destroyOld: ['旧面单请撕毁，不要再贴。', 'Tear the old labels up; they must not be used.'],
  changed: ['订单 {orderNo} 现在是：{state}', 'Order {orderNo} is now: {state}'],
});

/** Boxes under one extra booking, at most: what the strictest platform takes at once. */
const maxParcels = 300;

async function bookAndPrint({ booking, printing, untilIdle }: WorkerLoops): Promise<void> {
  await untilIdle(booking);
  printing.wake();
  await untilIdle(printing);
}

/** Works the queue, then shows the order as it stands with what was printed of it. */
async function worked(workspace: Workspace, context: CommandContext, orderId: string) {
  const { tally } = await withWorkers(workspace, context, bookAndPrint);
  const row = await workspace.store.read.orders.byId(orderId);
  if (row === undefined) throw new Error('an order is gone');
  const parcels = await readParcels(workspace.store.read, row);
  const { printed, printUnsure: unsure } = tally;
  const view = orderRow(row);
  const { state, shipmentState, waybillNo, errorCode } = view;
  return {
    view,
    printed,
    isBooked: shipmentState === 'booked',
    isOpen: shipmentState !== 'booked' || unsure > 0,
    json: {
      state,
      shipmentState,
      waybillNo,
      ...(parcels.length === 0 ? {} : { parcels }),
      errorCode,
      printed,
      unsure,
    },
  };
}

export const parcelCommands: readonly Command[] = [
  command({
    name: 'orders renumber',
    zh: '换单号：先退回旧单号，确认退回后再取新单号并打印，--set 同时改收件信息等内容；平台不肯退时由人确认（--given-back）',
    en: 'replace the waybill of an order: the old one is given back first, then the order is booked again, with --set under its new content; --given-back confirms it when the platform refuses',
    access: 'bookParcels',
    operands: [order],
    options: {
      reason: needed(text('TEXT')),
      set: many(pair('field=value')),
      'given-back': flag,
      printer: text('NAME|URI'),
    },
    perhaps: [['--set'], ['--given-back']],
    async run({ workspace, operands: [one], options, ...context }) {
      const { reason, printer: printerUri } = options;
      const wish = { ...seenNow(one), reason, isGivenBack: options['given-back'], printerUri };
      const changes = Object.fromEntries(options.set);
      const { oldWaybillNo, planned } = unwrap(
        options.set.length === 0
          ? await renumberOrder(workspace, wish)
          : await rebookChanged(workspace, { ...wish, changes }),
      );
      const { view, isBooked, printed, isOpen, json } = await worked(workspace, context, one.id);
      const { orderNo, waybillNo } = view;
      const { language } = context;
      const key = planned === 0 ? 'renumberByHand' : isBooked ? 'renumbered' : 'renumberOpen';
      const params = { orderNo, oldWaybillNo, waybillNo, printed, state: stateOf(view, language) };
      return report(
        { orderNo, oldWaybillNo, ...json },
        [say(language, key, params), say(language, 'destroyOld')],
        isOpen,
      );
    },
  }),
  command({
    name: 'orders extra',
    zh: '追加包裹：给已取号的订单再取一个单号（订单号加 -X1），用自己的订单码，打印自己的面单',
    en: 'add a parcel to a booked order: another booking under an order code of its own (NO-X1), with its own label',
    access: 'bookParcels',
    operands: [order],
    options: {
      reason: needed(text('TEXT')),
      parcels: usual(whole(1, maxParcels), 1),
      goods: usual(text('TEXT'), ''),
      weight: whole(1, 10_000_000, 'GRAMS'),
      printer: text('NAME|URI'),
    },
    async run({ workspace, operands: [one], options, ...context }) {
      const {
        reason,
        goods,
        parcels: parcelCount,
        weight: weightGrams = null,
        printer: printerUri,
      } = options;
      const wish = { ...seenNow(one), reason, goods, parcelCount, weightGrams, printerUri };
      const added = unwrap(await addParcel(workspace, wish));
      const { view, isBooked, printed, isOpen, json } = await worked(workspace, context, added.extra.id);
      const { orderNo: extraNo, waybillNo } = view;
      const orderNo = one.orderNo;
      const { language } = context;
      const params = { orderNo, extraNo, waybillNo, printed, state: stateOf(view, language) };
      return report(
        { orderNo, extraNo, ...json },
        [say(language, isBooked ? 'added' : 'addedOpen', params)],
        isOpen,
      );
    },
  }),
  command({
    name: 'waybill bind',
    zh: '手工填单号：给订单填预印或人工取得的单号',
    en: 'enter a waybill: a pre-printed or hand-obtained number for an order',
    access: 'packParcels',
    reveals: 'seePersonalData',
    operands: [order, text('WAYBILL')],
    options: { carrier: needed(text('CODE')) },
    async run({ workspace, operands: [{ id: orderId }, waybillNo], options: { carrier }, ...context }) {
      const bound = unwrap(await bindWaybill(workspace, { orderId, waybillNo, carrier }));
      await recordShown(workspace, context, { what: 'order', orderId, count: 1 });
      const row = orderRow(bound);
      const { language, isRevealed } = context;
      const [view] = maskOrders([row], isRevealed);
      const state = stateOf(row, language);
      return report(view, [say(language, 'changed', { orderNo: row.orderNo, state })]);
    },
  }),
];
