import { describe, expect, it } from 'vitest';
import { checkBooking } from '../../../../../electron/carriers/kdniao/checkBooking.ts';
import type { BookingRequest } from '../../../../../electron/carriers/kit/carrierPlatform.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

const { receiver } = sampleBooking();
const check = (change: Partial<BookingRequest>) => checkBooking(sampleBooking(change), sampleAccount());

describe('told before sending', () => {
  it('lets a complete order pass unchanged', () => {
    expect(check({})).toEqual({ ok: true, value: sampleBooking() });
  });

  it.each([
    ['receiver.name', 30, (text: string) => ({ receiver: { ...receiver, name: text } })],
    ['receiver.detail', 100, (text: string) => ({ receiver: { ...receiver, town: '', detail: text } })],
    ['receiver.district', 20, (text: string) => ({ receiver: { ...receiver, district: text } })],
    ['remark', 60, (text: string) => ({ remark: text })],
    ['goods', 100, (text: string) => ({ goods: [{ name: text, quantity: 1 }] })],
  ])('%s holds %i characters and not one more', (field, limit, change) => {
    expect(check(change('长'.repeat(limit))).ok).toBe(true);
    expect(check(change('长'.repeat(limit + 1)))).toEqual({
      ok: false,
      code: 'CARRIER_FIELD_TOO_LONG',
      params: { field, length: limit + 1, limit },
    });
  });

  it('counts number and extension together', () => {
    const change = { receiver: { ...receiver, phone: '13800138000', extension: '123456789' } };
    expect(check(change)).toMatchObject({
      code: 'CARRIER_FIELD_TOO_LONG',
      params: { field: 'receiver.phone' },
    });
  });

  it.each([
    ['receiver.name', { receiver: { ...receiver, name: ' ' } }],
    ['receiver.phone', { receiver: { ...receiver, phone: '' } }],
    ['receiver.province', { receiver: { ...receiver, province: '' } }],
    ['receiver.detail', { receiver: { ...receiver, town: '', detail: '' } }],
    ['carrier', { carrier: '' }],
    ['orderCode', { orderCode: '' }],
    ['weightGrams', { carrier: 'ZTOKY', weightGrams: null, volumeCm3: 30_000 }],
    ['weightGrams', { carrier: 'JD', weightGrams: null, volumeCm3: 30_000 }],
    ['volume', { carrier: 'ZTOKY', weightGrams: 20_000 }],
    ['volume', { carrier: 'JDKY', weightGrams: 20_000 }],
    ['volume', { carrier: 'JD', weightGrams: 1_000 }],
  ])('names the missing field %s', (field, change) => {
    expect(check(change)).toEqual({ ok: false, code: 'CARRIER_FIELD_MISSING', params: { field } });
  });

  it.each([
    ['receiver.name', { receiver: { ...receiver, name: '李\uD842' } }],
    ['receiver.phone', { receiver: { ...receiver, phone: '138转0013' } }],
    ['orderCode', { orderCode: 'A+1' }],
    ['parcelCount', { parcelCount: 301 }],
    ['parcelCount', { parcelCount: 0 }],
    ['codAmountFen', { codAmountFen: -1 }],
    ['insuredValueFen', { insuredValueFen: 0.5 }],
    ['volume', { volumeCm3: 0 }],
    ['parcels', { parcelCount: 2, parcels: [{ weightGrams: 500, volumeCm3: null }] }],
    ['pickupWindow', { pickupWindow: { startAt: 2, endAt: 2 } }],
    ['carrierFields.Nonsense', { carrierFields: { Nonsense: '1' } }],
    ['services', { codAmountFen: 100, services: [{ name: 'COD', value: '2.00' }] }],
    ['services', { services: [{ name: '保鲜', value: '1' }] }],
  ])('names the field %s that cannot be carried', (field, change) => {
    expect(check(change)).toEqual({ ok: false, code: 'CARRIER_FIELD_INVALID', params: { field } });
  });

  it('books freight whose weight and volume are known of each parcel', () => {
    const parcels = [
      { weightGrams: 20_000, volumeCm3: 60_000 },
      { weightGrams: 15_000, volumeCm3: 45_000 },
    ];
    expect(check({ carrier: 'ZTOKY', weightGrams: null, parcelCount: 2, parcels }).ok).toBe(true);
  });

  it('asks no other carrier’s order for its volume, and JD’s not where the account has a usual one', () => {
    expect(check({ carrier: 'ZTO', weightGrams: null }).ok).toBe(true);
    const account = sampleAccount();
    const fields = { ...account.fields, Volume: '0.012' };
    const request = sampleBooking({ carrier: 'JD', weightGrams: 1_000 });
    expect(checkBooking(request, { ...account, fields }).ok).toBe(true);
  });

  it('takes what single carriers want, and measures it', () => {
    expect(check({ carrierFields: { ThrOrderCode: '286543210987', DeliveryMethod: '4' } }).ok).toBe(true);
    expect(check({ carrierFields: { ThrOrderCode: '2'.repeat(51) } })).toMatchObject({
      code: 'CARRIER_FIELD_TOO_LONG',
      params: { field: 'carrierFields.ThrOrderCode', limit: 50 },
    });
  });

  it('takes rare characters that UTF-8 can carry', () => {
    expect(check({ receiver: { ...receiver, name: '𠮷野' } }).ok).toBe(true);
  });
});
