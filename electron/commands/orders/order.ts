import { z } from 'zod';
import { type OrderRow, orderContentSchema, orderRowSchema } from '../../../shared/contracts/orders.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { formatMoney } from '../../../shared/rules/amounts.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { orderView } from '../../ipc/views.ts';
import { maskReply } from '../../privacy/maskReply.ts';
import type { Order } from '../../store/schema.ts';
import { isOpenQuestion } from '../../usecases/orders/counts.ts';
import { itemsOf, withoutPersons } from '../../usecases/orders/order.ts';
import { recordReveal } from '../../usecases/orders/reveal.ts';
import { shownSale } from '../../usecases/orders/sale.ts';
import { orderByNumber } from '../../usecases/orders/select.ts';
import { shownWishes } from '../../usecases/orders/wishes.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { receiverLine } from '../correcting/receiver.ts';
import { inColumns } from '../main/columns.ts';
import { type CommandContext, type CommandResult, report } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { found } from '../main/word.ts';

const say = phrases({
  none: ['没有符合条件的订单。', 'No orders match.'],
  total: ['共 {count} 单', '{count} {count|order|orders}'],
});

/** An order by its number. */
export const order = found('NO', ({ store }, orderNo) => orderByNumber(store.read, orderNo));

/** As a use case wants it that checks what its caller saw: the command line saw the order just now. */
export const seenNow = ({ id }: Order) => ({ orderId: id, version: null });

/** What people read of an order's state; `unsure` and `failed` come from its shipment. */
export function stateOf(
  { state, shipmentState }: Pick<OrderRow, 'state' | 'shipmentState'>,
  language: Language,
): string {
  const failed = shipmentState === 'refused' ? 'failed' : state;
  return wordFor(language, 'order', isOpenQuestion(shipmentState) ? 'unsure' : failed);
}

/** Exactly what the contract names: nothing else of a row is shown. */
export const orderRow = (order: Order): OrderRow => orderRowSchema.parse(orderView(order));

const rowsSchema = z.array(orderRowSchema);

/** Orders as the command line shows them: masked by the contract's classes unless the person asked to see. */
export function maskOrders(rows: readonly OrderRow[], isRevealed: boolean): readonly OrderRow[] {
  return isRevealed ? rows : (maskReply(rowsSchema, rows) as readonly OrderRow[]);
}

/** What is in an order besides its row, by the names `orders edit` takes; masked like everything else. */
export function orderContent(order: Order, isRevealed: boolean) {
  const { codFen: codAmountFen, insuredFen: insuredValueFen } = order;
  const shown = isRevealed ? order : withoutPersons(order);
  const content = orderContentSchema.parse({
    ...shown,
    items: itemsOf(shown),
    codAmountFen,
    insuredValueFen,
    wishes: shownWishes(order),
    sale: shownSale(shown),
  });
  return isRevealed ? content : (maskReply(orderContentSchema, content) as typeof content);
}

interface Shown {
  readonly what: 'order' | 'orders' | 'address' | 'address-memory' | 'tracking';
  /** Absent: not about one order. */
  readonly orderId?: string | undefined;
  readonly count: number;
}

/** What `--reveal` is about to show is on record first, with the reason of `--why`. Nothing is shown without the option. */
export async function recordShown(
  workspace: Workspace,
  { isRevealed, why = '' }: CommandContext,
  { what, orderId = '', count }: Shown,
): Promise<void> {
  if (!isRevealed || count === 0) return;
  await recordReveal(workspace, { what, orderId, count, reason: why.trim() });
}

function orderCells(row: OrderRow, language: Language): readonly string[] {
  const { orderNo, carrier, waybillNo, freightFen, receiver } = row;
  const freight = freightFen === null ? '' : formatMoney(freightFen);
  const alarm = row.alarm === '' ? '' : wordFor(language, 'orderAlarm', row.alarm);
  const parcel = [carrierName(carrier, language), waybillNo, freight];
  return [orderNo, stateOf(row, language), alarm, ...parcel, receiverLine(receiver)];
}

/** Orders as every command of the family shows them, masked unless `--reveal`, which is on record before it is shown. */
export async function ordersShown(
  workspace: Workspace,
  context: CommandContext,
  orders: readonly Order[],
  total = orders.length,
): Promise<{ readonly rows: readonly OrderRow[]; readonly human: readonly string[] }> {
  const { language, isRevealed } = context;
  const orderId = orders.length === 1 ? orders[0]?.id : undefined;
  await recordShown(workspace, context, { what: 'orders', orderId, count: orders.length });
  const rows = maskOrders(orders.map(orderRow), isRevealed);
  const lines = inColumns(rows.map((row) => orderCells(row, language)));
  const head = rows.length === 0 ? say(language, 'none') : say(language, 'total', { count: total });
  return { rows, human: [...lines, head] };
}

/** The orders that something was done with, as they are now. */
export async function changedOrders(
  workspace: Workspace,
  context: CommandContext,
  changed: Order | readonly Order[],
  notes: readonly string[] = [],
): Promise<Outcome<CommandResult>> {
  const { rows, human } = await ordersShown(workspace, context, [changed].flat());
  return report({ orders: rows, total: rows.length }, [...human, ...notes]);
}
