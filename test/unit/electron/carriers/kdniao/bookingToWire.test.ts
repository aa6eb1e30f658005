import { describe, expect, it } from 'vitest';
import { bookingToWire } from '../../../../../electron/carriers/kdniao/bookingToWire.ts';
import { processorWatch } from '../../../../doubles/processorWatch.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

const receiver = sampleBooking().receiver;
const wireReceiver = (change: Partial<typeof receiver>) =>
  bookingToWire(sampleBooking({ receiver: { ...receiver, ...change } }), sampleAccount()).Receiver;

describe('a booking on the wire', () => {
  it('is exactly this for a plain order', () => {
    expect(JSON.stringify(bookingToWire(sampleBooking(), sampleAccount()))).toBe(
      '{"OrderCode":"T20260101001","ShipperCode":"ZTO","PayType":1,"ExpType":"1","IsNotice":1,' +
        '"IsReturnPrintTemplate":"0",' +
        '"Sender":{"Name":"杭州仓","Tel":"0571-88886666","ProvinceName":"浙江省","CityName":"杭州市",' +
        '"ExpAreaName":"余杭区","Address":"文一西路969号"},' +
        '"Receiver":{"Name":"李四光","Mobile":"13800138000","ProvinceName":"广东省","CityName":"深圳市",' +
        '"ExpAreaName":"南山区","Address":"粤海街道科技园南路1号2栋301"},' +
        '"Commodity":[{"GoodsName":"保温杯","Goodsquantity":2}],"Quantity":1,"Weight":1.25}',
    );
  });

  it('carries what the account says of the carrier, and pays by month when there is a month code', () => {
    const fields = {
      CustomerName: 'K123',
      CustomerPwd: 'p+w"d',
      MonthCode: '7551234567',
      SendSite: '余杭一部',
      CustomArea: '谢谢 & 再见',
      TemplateSize: '130',
      ExpType: '2',
      IsNotice: '0',
      WareHouseID: 'W1',
      TransType: '2',
    };
    expect(bookingToWire(sampleBooking(), sampleAccount({ fields }))).toMatchObject({
      CustomerName: 'K123',
      CustomerPwd: 'p+w"d',
      MonthCode: '7551234567',
      SendSite: '余杭一部',
      CustomArea: '谢谢 ＆ 再见',
      TemplateSize: '130',
      PayType: 3,
      ExpType: '2',
      IsNotice: 0,
      WareHouseID: 'W1',
      TransType: 2,
    });
    const byReceiver = sampleAccount({ fields: { MonthCode: '7551234567', PayType: '2' } });
    expect(bookingToWire(sampleBooking(), byReceiver).PayType).toBe(2);
  });

  it('names cash on delivery and insurance in yuan', () => {
    const request = sampleBooking({ codAmountFen: 12_805, insuredValueFen: 200_000 });
    expect(bookingToWire(request, sampleAccount()).AddService).toEqual([
      { Name: 'COD', Value: '128.05' },
      { Name: 'INSURE', Value: '2000.00' },
    ]);
  });

  it('says all that an order may ask for, over what the account says', () => {
    const account = sampleAccount({
      fields: { PayType: '1', ExpType: '1', IsNotice: '1', TemplateSize: '130', DeliveryMethod: '1' },
    });
    const startAt = Date.UTC(2026, 0, 2, 6, 0, 0);
    const wire = bookingToWire(
      sampleBooking({
        carrier: 'DBLKY',
        payment: 'third-party',
        product: '7',
        returnReceipt: { requirement: '签字 & 盖章' },
        pickupWindow: { startAt, endAt: startAt + 2 * 3_600_000 },
        services: [{ name: 'SafeMail', value: '3', customerId: 'C1' }],
        codAmountFen: 100,
        wantsTemplate: true,
        templateSize: '180',
        volumeCm3: 120_400,
        goods: [{ name: '柜子', quantity: 1, code: 'SKU-1', priceFen: 129_900, weightGrams: 21_500 }],
        carrierFields: { DeliveryMethod: '5', PackingType: '2', CurrencyCode: 'HKD', DeclaredValue: '99.5' },
      }),
      account,
    );
    expect(wire).toMatchObject({
      PayType: 4,
      ExpType: '7',
      IsNotice: 0,
      IsReturnPrintTemplate: '1',
      TemplateSize: '180',
      IsReturnSignBill: 1,
      OperateRequire: '签字 ＆ 盖章',
      StartDate: '2026-01-02 14:00:00',
      EndDate: '2026-01-02 16:00:00',
      Volume: 0.12,
      DeliveryMethod: 5,
      PackingType: 2,
      CurrencyCode: 'HKD',
      Dutiable: { DeclaredValue: 99.5 },
      AddService: [
        { Name: 'COD', Value: '1.00' },
        { Name: 'SafeMail', Value: '3', CustomerID: 'C1' },
      ],
      Commodity: [
        { GoodsName: '柜子', Goodsquantity: 1, GoodsCode: 'SKU-1', GoodsPrice: 1299, GoodsWeight: 21.5 },
      ],
    });
  });

  it('adds up what is known of each parcel, and never rounds a small one to nothing', () => {
    const parcels = [
      { weightGrams: 200, volumeCm3: 100 },
      { weightGrams: 300, volumeCm3: 120 },
    ];
    const request = sampleBooking({ weightGrams: null, parcelCount: 2, parcels });
    expect(bookingToWire(request, sampleAccount())).toMatchObject({ Weight: 0.5, Volume: 0.001 });
    const unknown = sampleBooking({
      weightGrams: null,
      parcelCount: 2,
      parcels: [parcels[0]!, { weightGrams: null, volumeCm3: null }],
    });
    expect(bookingToWire(unknown, sampleAccount())).not.toHaveProperty('Weight');
    expect(bookingToWire(unknown, sampleAccount())).not.toHaveProperty('Volume');
  });

  it('does what a carrier takes for granted when nobody says otherwise', () => {
    const wireOf = (carrier: string, fields = {}) =>
      bookingToWire(sampleBooking({ carrier }), sampleAccount({ fields }));
    expect(wireOf('JTSD')).toHaveProperty('DeliveryMethod', 3);
    expect(wireOf('JTSD', { DeliveryMethod: '5' })).toHaveProperty('DeliveryMethod', 5);
    expect(wireOf('ZTO')).not.toHaveProperty('DeliveryMethod');
    expect(wireOf('SF')).not.toHaveProperty('CurrencyCode');
  });

  it('names a municipality without 市 as the province and with it as the city', () => {
    expect(wireReceiver({ province: '北京市', city: '北京市', district: '朝阳区' })).toMatchObject({
      ProvinceName: '北京',
      CityName: '北京市',
      ExpAreaName: '朝阳区',
    });
    expect(wireReceiver({ province: '上海', city: '', district: '浦东新区' })).toMatchObject({
      ProvinceName: '上海',
      CityName: '上海市',
    });
  });

  it('repeats the name of a city without districts, and keeps the town in the address', () => {
    const party = wireReceiver({ city: '东莞市', district: '', town: '虎门镇', detail: '太沙路1号' });
    expect(party).toMatchObject({ CityName: '东莞市', ExpAreaName: '东莞市', Address: '虎门镇太沙路1号' });
  });

  it('keeps the extension of a virtual number where the courier dials it', () => {
    expect(wireReceiver({ phone: '18400001234', extension: '5678' })).toMatchObject({
      Mobile: '18400001234-5678',
    });
    expect(wireReceiver({ phone: '0755-12345678', extension: '801' })).toMatchObject({
      Tel: '0755-12345678-801',
    });
  });

  it('sends a post code only to the postal carriers', () => {
    expect(bookingToWire(sampleBooking({ carrier: 'EMS' }), sampleAccount()).Receiver.PostCode).toBe(
      '000000',
    );
    expect(bookingToWire(sampleBooking(), sampleAccount()).Receiver.PostCode).toBeUndefined();
  });

  it('leaves out an unknown weight and names goods nobody named', () => {
    const wire = bookingToWire(sampleBooking({ weightGrams: null, goods: [] }), sampleAccount());
    expect(wire).not.toHaveProperty('Weight');
    expect(wire.Commodity).toEqual([{ GoodsName: '商品', Goodsquantity: 1 }]);
  });

  it('costs less than 5 ms of computing', () => {
    const request = sampleBooking();
    const account = sampleAccount();
    const spentMs = processorWatch();
    for (let i = 0; i < 200; i += 1) JSON.stringify(bookingToWire(request, account));
    expect(spentMs() / 200).toBeLessThan(5);
  });
});
