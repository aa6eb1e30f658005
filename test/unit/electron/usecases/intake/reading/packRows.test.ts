import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderDraft } from '../../../../../../electron/imports/kit/orderDraft.ts';
import { packRows, unpackRows } from '../../../../../../electron/usecases/intake/reading/messages.ts';
import type {
  ReceiverReading,
  UnderstoodRow,
} from '../../../../../../electron/usecases/intake/reading/orderSource.ts';
import { emptyReceiverColumns } from '../../../../../../shared/domain/receiverColumns.ts';

const text = fc.constantFrom('', '王芳', '0', '浙江省', 'a"\\,[0]', '长河街道12号');
const amount = fc.nat(9_999);
const complaint = fc.record({ code: text, field: text }, { requiredKeys: ['code', 'field'] });
const receiver = fc.record(
  Object.fromEntries(Object.keys(emptyReceiverColumns).map((key) => [key, text])) as {
    [Key in keyof OrderDraft['receiver']]: typeof text;
  },
);

const draft: fc.Arbitrary<OrderDraft> = fc.record(
  {
    rowNumber: amount,
    orderNo: text,
    shop: text,
    receiver,
    items: fc.array(fc.record({ name: text, sku: text, skuCode: text, quantity: amount }), { maxLength: 3 }),
    weightGrams: fc.option(amount),
    parcelCount: amount,
    codAmountFen: amount,
    insuredValueFen: amount,
    buyerRemark: text,
    sellerRemark: text,
    carrier: text,
    wishes: fc.option(fc.record({ product: text })),
    sender: fc.option(receiver),
    sale: fc.option(fc.record({ buyer: text, amountFen: amount })),
    waybillNo: text,
    subOrderNo: text,
    lineMark: amount,
    paidAt: fc.option(amount),
    shipBy: fc.option(amount),
    promisedAt: fc.option(amount),
    verdict: fc.constantFrom('ship', 'ask', 'skip'),
    complaints: fc.array(complaint, { maxLength: 2 }),
    isContinuation: fc.boolean(),
    notes: fc.array(complaint, { maxLength: 2 }),
  },
  { requiredKeys: requiredDraftKeys() as never },
);

function requiredDraftKeys(): string[] {
  return [
    'rowNumber',
    'orderNo',
    'shop',
    'receiver',
    'items',
    'weightGrams',
    'parcelCount',
    'codAmountFen',
    'insuredValueFen',
    'buyerRemark',
    'sellerRemark',
    'carrier',
    'wishes',
    'sender',
    'sale',
    'waybillNo',
    'subOrderNo',
    'lineMark',
    'paidAt',
    'shipBy',
    'promisedAt',
    'verdict',
    'complaints',
  ];
}

const reading: fc.Arbitrary<ReceiverReading> = fc.record({
  name: text,
  phone: text,
  extension: text,
  province: text,
  city: text,
  district: text,
  town: text,
  detail: text,
  status: fc.constantFrom('ok', 'review', 'reject'),
  issues: fc.subarray(['missing_phone', 'name_missing'] as const),
  confidence: fc.record({ overall: fc.constantFrom(0, 0.5, 0.97, 1) }),
});

const row: fc.Arbitrary<UnderstoodRow> = fc.oneof(
  fc.record({
    kind: fc.constant('draft' as const),
    draft,
    understanding: fc.option(fc.record({ rowHash: text, reading })),
  }),
  fc.record({
    kind: fc.constant('rejected' as const),
    rejected: fc.record({ rowNumber: amount, orderNo: text, complaint }),
  }),
);

describe('rows handed from the reading thread', () => {
  it('arrive as they left, whatever they say', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        expect(unpackRows(packRows(rows))).toEqual(JSON.parse(JSON.stringify(rows)));
      }),
      { seed: 20261125, numRuns: 500 },
    );
  });
});
