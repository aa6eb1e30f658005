import { expect, it } from 'vitest';
import { asksToShip, hasDayCome } from '../../../../../shared/domain/intake/shippingQuestions.ts';

const later = (date: string) => ({ code: 'IMPORT_SHIP_LATER', field: 'buyerRemark', params: { date } });

it.each(['2026-12-15', '2026-12-15 00:00'])(
  'a wait until %s ends with the midnight of that day in the shop',
  (date) => {
    expect(hasDayCome(later(date), Date.parse('2026-12-14T23:59:59+08:00'))).toBe(false);
    expect(hasDayCome(later(date), Date.parse('2026-12-15T00:00:00+08:00'))).toBe(true);
  },
);

it('never ends where no day is named', () => {
  expect(hasDayCome(later(''), Date.now())).toBe(false);
  expect(hasDayCome({ code: 'IMPORT_PRESALE', field: 'sellerRemark' }, Date.now())).toBe(false);
});

it('no receiver answers whether an order may leave, and no such question is one about a receiver', () => {
  expect(asksToShip({ code: 'IMPORT_REFUND_OPEN', field: 'refundStatus' })).toBe(true);
  expect(asksToShip({ code: 'IMPORT_NOTE_READDRESSES', field: 'buyerRemark' })).toBe(false);
  expect(asksToShip({ code: 'ADDRESS_UNCERTAIN', field: 'address' })).toBe(false);
});
