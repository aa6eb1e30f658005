import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../../../electron/store/schema.ts';
import { acceptTogether } from '../../../../../electron/usecases/correcting/correctAddresses.ts';
import { readSteps, undoStep } from '../../../../../electron/usecases/correcting/undo.ts';
import { openImportKnowledge } from '../../../../../electron/usecases/intake/knowledge.ts';
import { receiverOf, receiverTextOf } from '../../../../../electron/usecases/orders/order.ts';
import type { Party } from '../../../../../shared/domain/party.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { unclearOrder } from '../../../../doubles/workspace/unclearOrder.ts';

/** A few people, places and layouts, so that equal and nearly equal texts come up all the time. */
const texts = fc
  .record({
    name: fc.constantFrom('林小满', '何田田', '林小'),
    phone: fc.constantFrom('13912345678', '13912345679', '139****5678', ''),
    place: fc.constantFrom(
      '鼓楼区样板路3号12室',
      '鼓楼区样板路3 12室',
      '鼓楼区样板路31 2室',
      '高新区样板路3号12室',
    ),
    gap: fc.constantFrom(' ', '　', '\t', '  '),
  })
  .map(({ name, phone, place, gap }) => [name, phone, place].filter((part) => part !== '').join(gap));

const regions = fc.constantFrom(
  { province: '江苏省', city: '南京市', district: '鼓楼区' },
  { province: '福建省', city: '福州市', district: '鼓楼区' },
);

const acceptances = fc.array(
  fc.record({ text: texts, region: regions, phone: fc.constantFrom('13912345678', '') }),
  {
    maxLength: 6,
  },
);

/** What makes two texts the same to a reader: width and gaps. Written without looking at the product's own rule. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .split(/\s+/)
    .reduce((joined, part) => joined + (/\d$/.test(joined) && /^\d/.test(part) ? ' ' : '') + part, '');
}

function receiverFor({ region, phone, text }: { region: object; phone: string; text: string }): Party {
  const written = /139\d{8}/.exec(text)?.[0] ?? '';
  const contact = { name: '林小满', phone: phone || written || '13700000000', extension: '' };
  return { ...contact, ...(region as Party), town: '', detail: '样板路3号12室' };
}

async function fill(workspace: TestWorkspace, taught: readonly { text: string }[]): Promise<void> {
  await workspace.store.write((write) =>
    write.orders.insertMany(taught.map(({ text }, no) => unclearOrder(no + 1, text))),
  );
}

describe('what was learned, at the next import', () => {
  it('changes no order but one whose very text a person accepted, and undone it leaves no trace', async () => {
    let lifted = 0;
    await fc.assert(
      fc.asyncProperty(
        acceptances,
        fc.array(texts, { minLength: 1, maxLength: 6 }),
        async (taught, coming) => {
          const workspace = await openTestWorkspace();
          try {
            await fill(workspace, taught);
            for (const [index, one] of taught.entries()) {
              const { id: orderId, version } = unclearOrder(index + 1, one.text);
              const accepted = await acceptTogether(workspace, {
                together: 1,
                orderId,
                version,
                receiver: receiverFor(one),
              });
              expect(accepted.ok).toBe(true);
            }
            const rows = coming.map((text, no) => unclearOrder(100 + no, text));
            const knowledge = await openImportKnowledge(workspace);
            for (const [no, after] of (await knowledge.apply(rows)).entries()) {
              const row = rows[no] as Order;
              if (after.state === 'needs-review') {
                expect(after).toEqual(row);
                continue;
              }
              lifted += 1;
              const same = taught.filter(({ text }) => plain(text) === plain(receiverTextOf(row)));
              const receivers = new Set(same.map((one) => JSON.stringify(receiverFor(one))));
              expect([...receivers]).toEqual([JSON.stringify(receiverOf(after))]);
              expect(receiverTextOf(row)).toContain(after.receiverPhone);
            }
            for (const { stepId } of await readSteps(workspace, taught.length)) {
              expect(await undoStep(workspace, stepId)).toMatchObject({ undone: 1, kept: 0 });
            }
            expect(await workspace.store.read.learned.count(undefined)).toBe(0);
            const empty = await openImportKnowledge(workspace);
            expect(await empty.apply(rows)).toEqual(rows);
          } finally {
            await workspace.close();
          }
        },
      ),
      { numRuns: 25, seed: 20_261_125 },
    );
    expect(lifted).toBeGreaterThan(0);
  });
});
