import type { OrderFacts } from '../../../electron/dispatch/rules/orderFacts.ts';

/** A plain order of one parcel to Shenzhen. */
export function sampleFacts(change: Partial<OrderFacts> = {}): OrderFacts {
  return {
    orderKey: 'order-1',
    province: '广东省',
    city: '深圳市',
    weightGrams: 1200,
    insuredFen: 0,
    codFen: 0,
    goodsText: '蓝色 T恤\nL 码',
    quantity: 1,
    parcelCount: 1,
    shop: '旗舰店',
    source: 'taobao',
    sellerRemark: '',
    buyerRemark: '',
    carrier: '',
    ...change,
  };
}
