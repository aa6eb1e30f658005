import { z } from 'zod';
import { type OrderRow, orderRowSchema } from '../../../shared/contracts/ordersContract.ts';
import { maskReply } from '../../privacy/maskReply.ts';

const rowsSchema = z.array(orderRowSchema);

/** Orders as the command line shows them: masked by the contract's classes unless the person asked to see. */
export function maskOrders(rows: readonly OrderRow[], isRevealed: boolean): readonly OrderRow[] {
  return isRevealed ? rows : (maskReply(rowsSchema, rows) as readonly OrderRow[]);
}
