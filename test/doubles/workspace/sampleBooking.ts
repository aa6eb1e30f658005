import type { BookingRequest, PlatformAccount } from '../../../electron/carriers/kit/carrierPlatform.ts';

/** A complete booking; invented persons, numbers of no subscriber. */
export function sampleBooking(change: Partial<BookingRequest> = {}): BookingRequest {
  return {
    orderCode: 'T20260101001',
    carrier: 'ZTO',
    sender: {
      name: '杭州仓',
      phone: '0571-88886666',
      extension: '',
      province: '浙江省',
      city: '杭州市',
      district: '余杭区',
      town: '',
      detail: '文一西路969号',
    },
    receiver: {
      name: '李四光',
      phone: '13800138000',
      extension: '',
      province: '广东省',
      city: '深圳市',
      district: '南山区',
      town: '粤海街道',
      detail: '科技园南路1号2栋301',
    },
    goods: [{ name: '保温杯', quantity: 2 }],
    weightGrams: 1_250,
    parcelCount: 1,
    codAmountFen: 0,
    insuredValueFen: 0,
    remark: '',
    ...change,
  };
}

export function sampleAccount(change: Partial<PlatformAccount> = {}): PlatformAccount {
  return {
    id: 'a1',
    merchantId: 'test1234567',
    secret: '11111111-2222-3333-4444-555555555555',
    endpoint: null,
    fields: {},
    ...change,
  };
}
