import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import { readText } from './pageCorrections.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Pasted messages of the page's double: one receiver a line. */
export function pagePaste(os: Os, { tell }: PageWorld) {
  const known = new Set<string>();
  let draft = '';
  return {
    read: os.paste.read.handler(({ input }) =>
      input.text
        .split('\n')
        .filter((line) => /\d{11}/.test(line))
        .map((line) => ({
          receiverText: line,
          goods: /苹果/.test(line) ? '苹果2箱' : '',
          quantity: /苹果/.test(line) ? 2 : 1,
          remark: '',
          reading: readText(line.replace(/苹果2箱/, '')),
          sameReceiver: '',
        })),
    ),
    make: os.paste.make.handler(({ input }) => {
      const orders = input.orders.map(({ text, receiver }, index) => {
        const isKnown = known.has(text);
        known.add(text);
        const state = receiver.name === '' ? ('needs-review' as const) : ('ready' as const);
        return { orderId: `pasted-${index}`, orderNo: `A00${index}`, state, isKnown };
      });
      draft = '';
      tell('orders', 'status');
      return { importId: orders.some(({ isKnown }) => !isKnown) ? 'import-1' : '', orders, isWaiting: false };
    }),
    draft: os.paste.draft.handler(() => ({ text: draft })),
    keepDraft: os.paste.keepDraft.handler(({ input }) => {
      draft = input.text;
      return input;
    }),
  };
}
