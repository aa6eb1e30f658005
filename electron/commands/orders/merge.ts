import { mergeLevels } from '../../../shared/domain/order.ts';
import type { Order } from '../../store/schema.ts';
import { mergeHints, mergeOrders } from '../../usecases/orders/merge.ts';
import { itemsOf } from '../../usecases/orders/order.ts';
import { type SplitRequest, splitOrder } from '../../usecases/orders/split.ts';
import { undoRegrouping } from '../../usecases/orders/undoRegrouping.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { flag, many, oneOf, optional, usual } from '../main/word.ts';
import { changedOrders, order, seenNow } from './order.ts';

const say = phrases({
  hints: ['可合单 {count} 组', '{count} {count|group|groups} can be combined'],
});

async function mergeAll(workspace: Workspace, groups: readonly (readonly Order[])[]): Promise<Order[]> {
  const merged: Order[] = [];
  for (const group of groups) merged.push(unwrap(await mergeOrders(workspace, group.map(seenNow))));
  return merged;
}

/** `1x2,3`: two of the first line and all of the third. Lines count from 1; no count: null. */
const parcel = {
  name: 'LINE[xCOUNT],…',
  read(argument: string): readonly { readonly itemIndex: number; readonly count: number | null }[] | null {
    const lines = argument.split(',').map((part) => {
      const [, line, count] = /^\s*(\d{1,4})(?:[x×*](\d{1,6}))?\s*$/i.exec(part) ?? [];
      return { itemIndex: Number(line) - 1, count: count === undefined ? null : Number(count) };
    });
    return lines.some(({ itemIndex }) => Number.isNaN(itemIndex)) ? null : lines;
  },
};

type ParcelWish = NonNullable<ReturnType<typeof parcel.read>>;

function parcelsOf(wishes: readonly ParcelWish[], one: Order): SplitRequest['parcels'] {
  const items = itemsOf(one);
  if (wishes.length === 0) return items.map(({ quantity }, itemIndex) => [{ itemIndex, quantity }]);
  return wishes.map((lines) =>
    lines.map(({ itemIndex, count }) => ({ itemIndex, quantity: count ?? items[itemIndex]?.quantity ?? 0 })),
  );
}

export const mergeCommands: readonly Command[] = [
  command({
    name: 'orders merge',
    zh: '合单：合并同一收件人的订单；--hints 只列出可合单的，--all 全部合单',
    en: 'combine orders of one recipient; --hints only lists what can be combined, --all combines all of it',
    access: 'changeOrders',
    reveals: 'exportPersonalData',
    operands: [optional(many(order))],
    options: { hints: flag, all: flag, level: usual(oneOf(mergeLevels), 'exact') },
    perhaps: [['NO'], ['--hints'], ['--all']],
    async run({ workspace, operands: [orders], options: { hints, all, level }, ...context }) {
      if (hints || all) {
        const groups = (await mergeHints(workspace, level)).groups.map((hint) => hint.orders);
        if (all) return changedOrders(workspace, context, await mergeAll(workspace, groups));
        const numbers = groups.map((group) => group.map((one) => one.orderNo));
        const head = say(context.language, 'hints', { count: groups.length });
        const lines = numbers.map((group) => group.join('  '));
        return report({ groups: numbers, total: groups.length }, [...lines, head]);
      }
      // Named twice is meant once.
      const members = new Map(orders.map((one) => [one.id, one]));
      return changedOrders(workspace, context, await mergeAll(workspace, [[...members.values()]]));
    },
  }),
  command({
    name: 'orders unmerge',
    zh: '撤销合单或拆分（取号之前）',
    en: 'undo a combination or a split, before there is a waybill',
    access: 'changeOrders',
    reveals: 'seePersonalData',
    operands: [order],
    run: async ({ workspace, operands: [one], ...context }) =>
      changedOrders(workspace, context, unwrap(await undoRegrouping(workspace, seenNow(one)))),
  }),
  command({
    name: 'orders split',
    zh: '把订单拆成几个包裹；不写 --parcel 时每行商品一个包裹',
    en: 'split an order into parcels; without --parcel one for each line of goods',
    access: 'changeOrders',
    reveals: 'seePersonalData',
    operands: [order],
    options: { parcel: many(parcel) },
    async run({ workspace, operands: [one], options: { parcel: wishes }, ...context }) {
      const split = { ...seenNow(one), parcels: parcelsOf(wishes, one) };
      return changedOrders(workspace, context, unwrap(await splitOrder(workspace, split)));
    },
  }),
];
