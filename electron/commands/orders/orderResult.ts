import { z } from 'zod';
import { type OrderRow, orderRowSchema } from '../../../shared/contracts/orders.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { orderView } from '../../ipc/views.ts';
import { maskReply } from '../../privacy/maskReply.ts';
import type { Order } from '../../store/schema.ts';
import { isOpenQuestion } from '../../usecases/orders/counts.ts';
import { recordReveal } from '../../usecases/orders/reveal.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { yuan } from '../booking/choosingText.ts';
import type { Command, CommandContext, CommandResult } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { stateText } from '../main/stateText.ts';

type Row = ReturnType<typeof maskOrders>[number];

function orderLine(
  { orderNo, state, shipmentState, carrier, waybillNo, freightFen, receiver }: Row,
  language: Language,
) {
  const isUnsure = isOpenQuestion(shipmentState);
  const shown = isUnsure ? 'unsure' : shipmentState === 'refused' ? 'failed' : state;
  const where = `${receiver.province}${receiver.city}${receiver.district}${receiver.detail}`;
  const freight = freightFen === null ? '' : yuan(freightFen);
  const parcel = [carrierName(carrier, language), waybillNo, freight].filter((text) => text !== '').join(' ');
  return [orderNo, stateText('order', shown, language), parcel, `${receiver.name} ${receiver.phone} ${where}`]
    .filter((text) => text !== '')
    .join('  ');
}

/** Orders as every command of the family shows them, masked unless `--reveal`, which is on record before it is shown. */
export async function orderResult(
  workspace: Workspace,
  orders: readonly Order[],
  total: number,
  context: CommandContext,
): Promise<CommandResult & { readonly json: { readonly orders: readonly Row[]; readonly total: number } }> {
  const isRevealed = context.flag('reveal');
  const orderId = orders.length === 1 ? orders[0]?.id : undefined;
  await recordShown(workspace, context, { what: 'orders', orderId, count: orders.length });
  const rows = maskOrders(orders.map(orderView), isRevealed);
  const lines = rows.map((row) => orderLine(row, context.language));
  const head =
    rows.length === 0
      ? commandText(context.language, 'noOrders')
      : commandText(context.language, 'total', { count: total });
  return { exitCode: 0, json: { orders: rows, total }, human: [...lines, head] };
}

/** The order that an operand names. */
export async function orderByNumber(
  workspace: Workspace,
  orderNo: string | undefined,
): Promise<Outcome<Order>> {
  if (orderNo === undefined) return failure('USAGE', { detail: 'orders … NO' });
  const order = await workspace.store.read.orders.byOrderNo(orderNo);
  return order === undefined ? failure('ORDER_NOT_FOUND', { orderNo }) : done(order);
}

/** The order that the first operand names; without one the usage of the command is the answer. */
export async function orderOfOperand(
  { store }: Workspace,
  { operands }: CommandContext,
  { name, usage }: Pick<Command, 'name' | 'usage'>,
): Promise<Outcome<Order>> {
  const [orderNo] = operands;
  if (orderNo === undefined) return failure('USAGE', { detail: `${name} ${usage}` });
  const order = await store.read.orders.byOrderNo(orderNo);
  return order === undefined ? failure('ORDER_NOT_FOUND', { orderNo }) : done(order);
}

const rowsSchema = z.array(orderRowSchema);

/** Orders as the command line shows them: masked by the contract's classes unless the person asked to see. */
export function maskOrders(rows: readonly OrderRow[], isRevealed: boolean): readonly OrderRow[] {
  return isRevealed ? rows : (maskReply(rowsSchema, rows) as readonly OrderRow[]);
}

interface Shown {
  readonly what: 'order' | 'orders' | 'address' | 'address-memory';
  /** Absent: not about one order. */
  readonly orderId?: string | undefined;
  readonly count: number;
}

/** What `--reveal` is about to show is on record first, with the reason of `--why`. Nothing is shown without the option. */
export async function recordShown(
  workspace: Workspace,
  context: CommandContext,
  { what, orderId = '', count }: Shown,
): Promise<void> {
  if (!context.flag('reveal') || count === 0) return;
  const reason = (context.text('why') ?? '').trim();
  await recordReveal(workspace, { kind: 'personal-data-shown', what, orderId, count, reason });
}
