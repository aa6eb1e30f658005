import { type MergeLevel, mergeLevels } from '../../../shared/domain/order.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { mergeHints, mergeOrders } from '../../usecases/orders/merge.ts';
import { itemsOf } from '../../usecases/orders/order.ts';
import { type SplitRequest, splitOrder } from '../../usecases/orders/split.ts';
import { undoRegrouping } from '../../usecases/orders/undoRegrouping.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command, CommandContext, CommandResult } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { orderByNumber, orderResult } from './orderResult.ts';

const seenNow = ({ id }: Order) => ({ orderId: id, version: null });

export const ordersMergeCommand: Command = {
  name: 'orders merge',
  usage: `NO NO… | --hints | --all  [--level ${mergeLevels.join('|')}] [--reveal]`,
  does: {
    'zh-CN': '合并同一收件人的订单；--hints 只列出可合并的，--all 全部合并',
    en: 'merge orders of one recipient; --hints only lists what could be, --all merges all of it',
  },
  options: {
    hints: { type: 'boolean' },
    all: { type: 'boolean' },
    level: { type: 'string' },
    reveal: { type: 'boolean' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const level = (context.text('level') ?? 'exact') as MergeLevel;
      if (!mergeLevels.includes(level))
        return failure('USAGE', { detail: `--level ${mergeLevels.join('|')}` });
      if (context.flag('hints')) return showHints(workspace, context, level);
      const groups = context.flag('all')
        ? done((await mergeHints(workspace, level)).map(({ orders }) => orders))
        : await namedGroup(workspace, context);
      if (!groups.ok) return groups;
      const merged: Order[] = [];
      for (const group of groups.value) {
        const one = await mergeOrders(workspace, group.map(seenNow));
        if (!one.ok) return one;
        merged.push(one.value);
      }
      return done(await orderResult(workspace, merged, merged.length, context));
    }),
};

async function namedGroup(
  workspace: Workspace,
  context: CommandContext,
): Promise<Outcome<readonly (readonly Order[])[]>> {
  const members: Order[] = [];
  for (const orderNo of new Set(context.operands)) {
    const order = await orderByNumber(workspace, orderNo);
    if (!order.ok) return order;
    members.push(order.value);
  }
  return done([members]);
}

async function showHints(
  workspace: Workspace,
  context: CommandContext,
  level: MergeLevel,
): Promise<Outcome<CommandResult>> {
  const hints = await mergeHints(workspace, level);
  const groups = hints.map(({ orders }) => orders.map((order) => order.orderNo));
  const human = groups.map((numbers) => numbers.join('  '));
  const head = commandText(context.language, 'mergeHints', { count: groups.length });
  return done({ exitCode: 0, json: { groups, total: groups.length }, human: [...human, head] });
}

export const ordersUnmergeCommand: Command = {
  name: 'orders unmerge',
  usage: 'NO [--reveal]',
  does: { 'zh-CN': '撤销合并或拆分（取号之前）', en: 'undo a merge or a split, before there is a number' },
  options: { reveal: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const order = await orderByNumber(workspace, context.operands[0]);
      if (!order.ok) return order;
      const back = await undoRegrouping(workspace, seenNow(order.value));
      return back.ok ? done(await orderResult(workspace, back.value, back.value.length, context)) : back;
    }),
};

export const ordersSplitCommand: Command = {
  name: 'orders split',
  usage: 'NO [--parcel LINE[xCOUNT],…]… [--reveal]',
  does: {
    'zh-CN': '把订单拆成几个包裹；不写 --parcel 时每行商品一个包裹',
    en: 'split an order into parcels; without --parcel one for each line of goods',
  },
  options: { parcel: { type: 'string', multiple: true }, reveal: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const order = await orderByNumber(workspace, context.operands[0]);
      if (!order.ok) return order;
      const parcels = readParcels(context.texts('parcel'), order.value);
      if (parcels === null) return failure('USAGE', { detail: '--parcel 1x2,3' });
      const children = await splitOrder(workspace, { ...seenNow(order.value), parcels });
      return children.ok
        ? done(await orderResult(workspace, children.value, children.value.length, context))
        : children;
    }),
};

/** `1x2,3`: two of the first line and all of the third. Lines count from 1. */
function readParcels(texts: readonly string[], order: Order): SplitRequest['parcels'] | null {
  const items = itemsOf(order);
  if (texts.length === 0) return items.map(({ quantity }, itemIndex) => [{ itemIndex, quantity }]);
  const parcels = texts.map((text) =>
    text.split(',').map((part) => {
      const [, line, count] = /^\s*(\d{1,4})(?:[x×*](\d{1,6}))?\s*$/i.exec(part) ?? [];
      const itemIndex = Number(line) - 1;
      return { itemIndex, quantity: Number(count ?? items[itemIndex]?.quantity ?? 0) };
    }),
  );
  return parcels.flat().some(({ itemIndex }) => Number.isNaN(itemIndex)) ? null : parcels;
}
