import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const titles = {
  slip: '发 货 单',
  'pick-list': '拣 货 单',
  separator: '批 次',
  handover: '交 接 单',
} as const;

/** Receipts of the page's double: what they say is the core's. */
export function pageReceipts(os: Os, { find }: PageWorld) {
  return {
    preview: os.receipts.preview.handler(({ input }) => ({
      receipts: input.orderIds.map((id) => [titles[input.kind], `订单号 ${find(id).orderNo}`]),
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
