import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { addParcel } from '../../usecases/booking/addParcel.ts';
import { readParcels } from '../../usecases/booking/parcels.ts';
import { renumberOrder } from '../../usecases/booking/renumber.ts';
import { isOpenQuestion } from '../../usecases/orders/counts.ts';
import type { Workers, WorkTally } from '../../usecases/workspace/workers.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command, CommandContext } from '../main/command.ts';
import { stateText } from '../main/stateText.ts';
import { withWorkers, withWorkspace } from '../main/withWorkspace.ts';
import { orderByNumber } from '../orders/orderResult.ts';
import { dispatchText } from './dispatchText.ts';

/** As `dispatch`: what becomes due within this is waited for. */
const patienceMs = 35_000;
/** Boxes under one extra booking, at most: what the strictest platform takes at once. */
const maxParcels = 300;

async function bookAndPrint({ booking, printing }: Workers): Promise<void> {
  await booking.untilIdle(patienceMs);
  printing.wake();
  await printing.untilIdle(patienceMs);
}

/** The order as it stands once its queue was worked, with what was printed of it. */
async function resultOf(workspace: Workspace, orderId: string, tally: WorkTally) {
  const order = await workspace.store.read.orders.byId(orderId);
  if (order === undefined) throw new Error('an order is gone');
  const parcels = await readParcels(workspace.store.read, order);
  return {
    order,
    isBooked: order.shipmentState === 'booked',
    json: {
      state: order.state,
      shipmentState: order.shipmentState,
      waybillNo: order.waybillNo,
      ...(parcels.length === 0 ? {} : { parcels }),
      errorCode: order.errorCode,
      printed: tally.printed,
      unsure: tally.printUnsure,
    },
  };
}

/** Why there is no number yet, in one word. */
function stateOf({ shipmentState, state }: Order, { language }: CommandContext): string {
  const failed = shipmentState === 'refused' ? 'failed' : state;
  return stateText('order', isOpenQuestion(shipmentState) ? 'unsure' : failed, language);
}

export const ordersRenumberCommand: Command = {
  name: 'orders renumber',
  usage: 'NO --reason TEXT [--given-back] [--printer URI]',
  does: {
    'zh-CN': '换单号：先退回旧单号，确认退回后再取新单号并打印；平台不肯退时由人确认（--given-back）',
    en: 'another number for the same order: the old one is given back first, then it is booked again; --given-back is your word when the platform refuses',
  },
  options: {
    reason: { type: 'string' },
    'given-back': { type: 'boolean' },
    printer: { type: 'string' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      if (context.operands.length === 0)
        return failure('USAGE', { detail: `orders renumber ${ordersRenumberCommand.usage}` });
      const order = await orderByNumber(workspace, context.operands[0]);
      if (!order.ok) return order;
      const renumbered = await renumberOrder(workspace, {
        orderId: order.value.id,
        version: null,
        reason: context.text('reason') ?? '',
        isGivenBack: context.flag('given-back'),
        printerUri: context.text('printer'),
      });
      if (!renumbered.ok) return renumbered;
      const { oldWaybillNo, planned } = renumbered.value;
      const { tally } = await withWorkers(workspace, context, bookAndPrint);
      const result = await resultOf(workspace, order.value.id, tally);
      const { language } = context;
      const { orderNo, waybillNo } = result.order;
      const params = { orderNo, oldWaybillNo, waybillNo, printed: tally.printed };
      const key = planned === 0 ? 'renumberByHand' : result.isBooked ? 'renumbered' : 'renumberOpen';
      return done({
        exitCode: result.isBooked && tally.printUnsure === 0 ? 0 : 3,
        json: { orderNo, oldWaybillNo, ...result.json },
        human: [
          dispatchText(language, key, { ...params, state: stateOf(result.order, context) }),
          dispatchText(language, 'destroyOld'),
        ],
      });
    }),
};

/** null: not a whole number between 1 and `max`. */
function wholeNumber(text: string, max: number): number | null {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= max ? number : null;
}

function readExtra(context: CommandContext): Outcome<{ parcelCount: number; weightGrams: number | null }> {
  const parcelCount = wholeNumber(context.text('parcels') ?? '1', maxParcels);
  const weight = context.text('weight');
  const weightGrams = weight === undefined ? null : wholeNumber(weight, 10_000_000);
  const isUsable =
    context.operands.length > 0 && parcelCount !== null && (weight === undefined || weightGrams !== null);
  return isUsable
    ? done({ parcelCount, weightGrams })
    : failure('USAGE', { detail: `orders extra ${ordersExtraCommand.usage}` });
}

export const ordersExtraCommand: Command = {
  name: 'orders extra',
  usage: 'NO --reason TEXT [--parcels N] [--goods TEXT] [--weight GRAMS] [--printer URI]',
  does: {
    'zh-CN': '加一件：给已取号的订单再取一个单号（订单号加 -X1），用自己的订单码，打印自己的面单',
    en: 'an extra parcel of a booked order: another booking under an order code of its own (NO-X1), with its own label',
  },
  options: {
    reason: { type: 'string' },
    parcels: { type: 'string' },
    goods: { type: 'string' },
    weight: { type: 'string' },
    printer: { type: 'string' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const wanted = readExtra(context);
      if (!wanted.ok) return wanted;
      const order = await orderByNumber(workspace, context.operands[0]);
      if (!order.ok) return order;
      const added = await addParcel(workspace, {
        orderId: order.value.id,
        version: null,
        reason: context.text('reason') ?? '',
        goods: context.text('goods') ?? '',
        printerUri: context.text('printer'),
        ...wanted.value,
      });
      if (!added.ok) return added;
      const { tally } = await withWorkers(workspace, context, bookAndPrint);
      const result = await resultOf(workspace, added.value.extra.id, tally);
      const orderNo = order.value.orderNo;
      const { orderNo: extraNo, waybillNo } = result.order;
      const params = { orderNo, extraNo, waybillNo, printed: tally.printed };
      return done({
        exitCode: result.isBooked && tally.printUnsure === 0 ? 0 : 3,
        json: { orderNo, extraNo, ...result.json },
        human: [
          dispatchText(context.language, result.isBooked ? 'added' : 'addedOpen', {
            ...params,
            state: stateOf(result.order, context),
          }),
        ],
      });
    }),
};
