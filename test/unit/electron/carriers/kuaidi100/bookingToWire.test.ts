import { describe, expect, it } from 'vitest';
import { bookingToWire, checkBooking } from '../../../../../electron/carriers/kuaidi100/bookingToWire.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

const account = sampleAccount({
  fields: { partnerId: 'K1', partnerKey: 'k', customer: 'C', payType: 'MONTHLY' },
});

describe('a booking as Kuaidi100 takes it', () => {
  it('never asks for a new order, and says the same again', () => {
    const wire = bookingToWire(sampleBooking(), account);
    expect(wire).toMatchObject({ orderId: 'T20260101001', reorder: false, kuaidicom: 'zhongtong', count: 1 });
    expect(JSON.stringify(bookingToWire(sampleBooking(), account))).toBe(JSON.stringify(wire));
  });

  it('takes the pairs of the carrier along, not the customer of the queries', () => {
    const wire = bookingToWire(sampleBooking(), account);
    expect(wire).toMatchObject({ partnerId: 'K1', partnerKey: 'k', payType: 'MONTHLY' });
    expect(wire).not.toHaveProperty('customer');
  });

  it('gives weight in kilograms and sums in yuan', () => {
    const request = sampleBooking({ weightGrams: 1_250, codAmountFen: 12_345, insuredValueFen: 100_000 });
    expect(bookingToWire(request, account)).toMatchObject({
      weight: 1.25,
      collection: 123.45,
      valinsPay: 1_000,
    });
    const plain = bookingToWire(sampleBooking({ weightGrams: null }), account);
    for (const key of ['weight', 'collection', 'valinsPay', 'needChild', 'needBack', 'remark'])
      expect(plain).not.toHaveProperty(key);
  });

  it('asks for child numbers and for a receipt where they are wanted', () => {
    const request = sampleBooking({
      parcelCount: 3,
      returnReceipt: { requirement: '签名' },
      payment: 'receiver',
    });
    expect(bookingToWire(request, account)).toMatchObject({
      count: 3,
      needChild: '1',
      needBack: '1',
      payType: 'CONSIGNEE',
    });
  });

  it('writes an address once as one text and once in parts, a municipality not twice', () => {
    const { receiver } = sampleBooking();
    const beijing = {
      ...receiver,
      province: '北京市',
      city: '北京市',
      district: '朝阳区',
      town: '',
      detail: '建国路2号',
    };
    expect(bookingToWire(sampleBooking({ receiver: beijing }), account).recMan).toMatchObject({
      printAddr: '北京市朝阳区建国路2号',
      province: '北京市',
      city: '北京市',
      district: '朝阳区',
      addr: '建国路2号',
    });
    const dongguan = { ...receiver, city: '东莞市', district: '', town: '', detail: '莞太路1号' };
    expect(bookingToWire(sampleBooking({ receiver: dongguan }), account).recMan).toMatchObject({
      printAddr: '广东省东莞市莞太路1号',
      district: '东莞市',
    });
  });

  it('tells a landline from a mobile and keeps an extension', () => {
    const { receiver } = sampleBooking();
    const virtual = { ...receiver, phone: '18400001234', extension: '5678' };
    const wire = bookingToWire(sampleBooking({ receiver: virtual }), account);
    expect(wire.recMan).toMatchObject({ mobile: '18400001234-5678' });
    expect(wire.sendMan).toMatchObject({ tel: '0571-88886666' });
  });

  it('is refused before sending for a carrier the platform does not know', () => {
    expect(checkBooking(sampleBooking({ carrier: 'AMAZON' }), account)).toMatchObject({
      code: 'CARRIER_NOT_OFFERED',
      params: { carrier: 'AMAZON' },
    });
    expect(checkBooking(sampleBooking({ carrier: '' }), account)).toMatchObject({
      code: 'CARRIER_FIELD_MISSING',
      params: { field: 'carrier' },
    });
    for (const parcelCount of [0, 301, 1.5])
      expect(checkBooking(sampleBooking({ parcelCount }), account)).toMatchObject({
        code: 'CARRIER_FIELD_INVALID',
      });
  });
});
