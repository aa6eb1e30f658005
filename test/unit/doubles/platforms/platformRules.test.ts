import { describe, expect, it } from 'vitest';
import { bookingToWire } from '../../../../electron/carriers/kdniao/bookingToWire.ts';
import type { BookingRequest } from '../../../../electron/carriers/kit/carrierPlatform.ts';
import {
  bookingRefusal,
  lacksPhoneTail,
  numberRefusal,
  type WireObject,
} from '../../../doubles/platforms/kdniaoRules.ts';
import { knownCarriers, timeFault } from '../../../doubles/platforms/kuaidi100Rules.ts';
import { orderRefusal } from '../../../doubles/platforms/sfRules.ts';
import { sampleAccount, sampleBooking } from '../../../doubles/workspace/sampleBooking.ts';

const wire = (change: Partial<BookingRequest> = {}): WireObject =>
  bookingToWire(sampleBooking(change), sampleAccount());

/** A double that takes more than its platform proves nothing: what the vendor's pages refuse is refused here. */
describe('the KDNiao double refuses a booking', () => {
  it('of a complete order never', () => {
    expect(bookingRefusal(wire())).toBeNull();
  });

  it.each<[string, WireObject, RegExp]>([
    ['whose province is cut short', { Receiver: { ...party(), ProvinceName: '广东' } }, /ProvinceName/],
    ['whose city has digits', { Receiver: { ...party(), CityName: '深圳市1' } }, /CityName/],
    ['whose municipality is a 市', { Sender: { ...party(), ProvinceName: '北京市' } }, /ProvinceName/],
    [
      'whose goods have a name of 101 characters',
      { Commodity: [{ GoodsName: '长'.repeat(101) }] },
      /GoodsName/,
    ],
    ['of no parcel', { Quantity: 0 }, /Quantity/],
    ['whose weight has four decimals', { Weight: 1.2345 }, /Weight/],
    ['of JD without a volume', { ShipperCode: 'JD', Weight: 1, WareHouseID: 'W1' }, /Volume/],
    ['of JD without a warehouse', { ShipperCode: 'JD', Weight: 1, Volume: 0.01 }, /WareHouseID/],
    ['of freight without a volume', { ShipperCode: 'ZTOKY', Weight: 20 }, /Volume/],
    ['by the post without post codes', { ShipperCode: 'EMS' }, /PostCode/],
    [
      'abroad without a currency',
      { ShipperCode: 'SF', Receiver: { ...party(), ProvinceName: '香港' } },
      /Currency/,
    ],
    ['with an apostrophe in a name', { Receiver: { ...party(), Name: "O'Neil" } }, /非法字符/],
  ])('%s', (_what, change, reason) => {
    expect(bookingRefusal({ ...wire(), ...change })?.reason).toMatch(reason);
  });

  it('and a question about a parcel of SF without the end of a phone, or about no number', () => {
    expect(lacksPhoneTail({ ShipperCode: 'SF' })).toBe(true);
    expect(lacksPhoneTail({ ShipperCode: 'SF', CustomerName: '8000' })).toBe(false);
    expect(['', 'SF 1', 'S'.repeat(31)].map((number) => numberRefusal(number)?.code)).toEqual([
      '402',
      '403',
      '404',
    ]);
  });
});

function party(): WireObject {
  return wire().Receiver as WireObject;
}

it('the Kuaidi100 double tells no arrival from half an address, or without a time', () => {
  const [kuaidicom] = knownCarriers;
  const asked = {
    kuaidicom,
    from: '浙江省杭州市余杭区',
    to: '广东省深圳市',
    orderTime: '2026-01-02 09:00:00',
  };
  expect(timeFault(asked)).toBeNull();
  expect(timeFault({ ...asked, to: '' })).toMatch(/to/);
  expect(timeFault({ ...asked, orderTime: '2026-01-02' })).toMatch(/orderTime/);
});

it('the SF double books no order without a parcel, or paid by nobody', () => {
  const contact = { contact: '王', mobile: '13800138000', address: '样板路1号' };
  const order = {
    orderId: 'A1',
    expressTypeId: 2,
    payMethod: 1,
    parcelQty: 1,
    cargoDetails: [{ name: '茶' }],
    contactInfoList: [
      { ...contact, contactType: 1 },
      { ...contact, contactType: 2 },
    ],
  };
  expect(orderRefusal(order)).toBeNull();
  expect(orderRefusal({ ...order, parcelQty: 0 })).not.toBeNull();
  expect(orderRefusal({ ...order, payMethod: 0 })).not.toBeNull();
});
