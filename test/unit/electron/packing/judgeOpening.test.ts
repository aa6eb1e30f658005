import { describe, expect, it } from 'vitest';
import {
  noticeOfOpening,
  type OpeningFacts,
  stopOfOpening,
} from '../../../../electron/packing/judgeOpening.ts';
import { usualPackingRules } from '../../../../shared/domain/packing/packing.ts';
import { factsOf } from './benchFacts.ts';

type Row = readonly [name: string, change: Partial<OpeningFacts>, stop: string | null, notice: string | null];
const here = { ...usualPackingRules, shops: ['旗舰店'], carriers: ['ZTO'] };

const rows: readonly Row[] = [
  ['a booked order', {}, null, null],
  ['refunded after it was booked', { alarm: 'refund' }, 'refunded', null],
  ['held by its platform after it was booked', { alarm: 'platform' }, 'held', null],
  ['held for a refund', { state: 'held', isRefundHeld: true, shipmentState: null }, 'refunded', 'no-number'],
  ['cancelled', { state: 'cancelled', shipmentState: null }, 'cancelled', 'no-number'],
  ['on hold', { state: 'held', shipmentState: null }, 'held', 'no-number'],
  ['combined into another', { state: 'merged', shipmentState: null }, 'regrouped', 'no-number'],
  ['left with the courier', { state: 'handed-over' }, 'left', null],
  ['packed already', { state: 'packed', packState: 'closed' }, 'already-packed', null],
  ['of another shop', { shop: '别家' }, 'other-shop', null],
  ['of another bench', { carrier: 'SF' }, 'wrong-bench', null],
  ['no carrier is chosen yet', { carrier: '', state: 'ready', shipmentState: null }, null, 'no-number'],
  ['open at another bench', { packState: 'open', isOpenElsewhere: true }, 'open-elsewhere', null],
  [
    'open at another bench, and changed in a newer file',
    { packState: 'open', isOpenElsewhere: true, hasChange: true },
    'open-elsewhere',
    null,
  ],
  ['held back at the bench', { isBenchHeld: true }, 'bench-held', null],
  ['changed in a newer file', { hasChange: true }, 'changed', null],
  ['changed after it was booked', { alarm: 'changed' }, 'changed', null],
  [
    'how many of its goods nobody has settled',
    { goodsDoubt: 'quantity', state: 'needs-review', shipmentState: null },
    'goods-doubt',
    'no-number',
  ],
  [
    'identical rows: once or twice, nobody has said',
    { goodsDoubt: 'rows', state: 'needs-review', shipmentState: null, isMasked: true },
    'goods-doubt',
    'no-number',
  ],
  ['its label may have come out', { label: 'unsure' }, 'label-unsure', null],
  ['that label in the hand', { label: 'unsure', isByLabel: true }, null, null],
  ['its label printed before', { label: 'out' }, null, 'already-printed'],
  ['that label in the hand, printed', { label: 'out', isByLabel: true }, null, null],
  [
    'masked, without a number',
    { isMasked: true, state: 'ready', shipmentState: null },
    'masked',
    'no-number',
  ],
  ['masked, with a number', { isMasked: true }, null, null],
  ['no number yet', { state: 'ready', shipmentState: null }, null, 'no-number'],
  ['its booking on its way', { state: 'booking', shipmentState: 'sending' }, null, 'no-number'],
  ['its booking unconfirmed', { state: 'booking', shipmentState: 'unsure' }, null, 'unsure'],
];

describe('before a parcel is opened', () => {
  it.each(rows)('%s', (_name, change, stop, notice) => {
    const facts = factsOf(change);
    expect([stopOfOpening(facts, here), noticeOfOpening(facts, here)]).toEqual([stop, notice]);
  });

  it('the gravest counts where several hold', () => {
    const all = factsOf({ alarm: 'refund', state: 'held', hasChange: true, shop: '别家' });
    expect(stopOfOpening(all, here)).toBe('refunded');
  });
});
