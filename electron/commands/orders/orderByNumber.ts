import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command, CommandContext } from '../main/command.ts';

/** The order that the first operand names; without one the usage of the command is the answer. */
export async function orderByNumber(
  { store }: Workspace,
  { operands }: CommandContext,
  { name, usage }: Pick<Command, 'name' | 'usage'>,
): Promise<Outcome<Order>> {
  const [orderNo] = operands;
  if (orderNo === undefined) return failure('USAGE', { detail: `${name} ${usage}` });
  const order = await store.read.orders.byOrderNo(orderNo);
  return order === undefined ? failure('ORDER_NOT_FOUND', { orderNo }) : done(order);
}
