import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Receipts of the page's double: what they say is the core's. */
export function pageReceipts(os: Os, { find }: PageWorld) {
  return {
    preview: os.receipts.preview.handler(({ input }) => ({
      receipts: input.orderIds.map((id) => ['装 箱 单', `订单号 ${find(id).orderNo}`]),
      refused: [],
    })),
    print: os.receipts.print.handler(({ input }) => ({
      printed: input.kind === 'slip' ? input.orderIds.length : 1,
      refused: [],
      stoppedBy: '',
      head: 'A1B2C3',
    })),
  };
}
