import type { CarrierField, CarrierProduct, FieldChoice } from '../kit/manifest.ts';

const choice = (value: string, zh: string, en: string): FieldChoice => ({ value, zh, en });

const jdProducts: readonly FieldChoice[] = [
  choice('1', '特惠送', 'Economy'),
  choice('2', '特快送', 'Express'),
  choice('4', '城际闪送', 'Intercity flash'),
  choice('5', '同城当日达', 'Same day in town'),
  choice('6', '次晨达', 'Next morning'),
  choice('7', '微小件', 'Micro parcel'),
  choice('8', '生鲜专送', 'Fresh, dedicated'),
  choice('16', '生鲜特快', 'Fresh, express'),
  choice('17', '生鲜特惠', 'Fresh, economy'),
  choice('20', '函速达', 'Documents'),
  choice('21', '特惠包裹', 'Economy parcel'),
  choice('24', '特惠小件', 'Economy small'),
  choice('26', '冷链专送', 'Cold chain'),
];

/** Of ExpType only the standard product is published for all carriers; JD's own stand in a field of their own. */
export const products: readonly CarrierProduct[] = [
  ...jdProducts.map(
    ({ value, zh }): CarrierProduct => ({
      carriers: ['JD'],
      names: [zh, `京东${zh}`],
      value,
      field: 'TransType',
    }),
  ),
  { names: ['标准快递', '普通快递', '标准', '普通', '标快'], value: '1' },
];

const packings: readonly FieldChoice[] = [
  choice('0', '纸', 'Paper'),
  choice('1', '纤', 'Fibre'),
  choice('2', '木', 'Wood'),
  choice('3', '托膜', 'Film on pallet'),
  choice('4', '木托', 'Wooden pallet'),
  choice('99', '其他', 'Other'),
];

const freightDeliveries: readonly FieldChoice[] = [
  choice('0', '自提', 'Fetched'),
  choice('1', '送货上门（不含上楼）', 'To the door, not upstairs'),
  choice('2', '送货上楼', 'Upstairs'),
];

const freightCodes = ['JDKY', 'BTWL', 'ANEKY', 'ZTOKY', 'YDKY', 'SX', 'YMDD', 'HOAU'];

function field(
  carriers: readonly string[],
  key: string,
  [zh, en]: readonly [zh: string, en: string],
  required: CarrierField['required'],
  more: Partial<CarrierField>,
): CarrierField {
  return { carriers, key, of: 'order', required, zh, en, ...more };
}

const wayOfDelivery = ['送货方式', 'Way of delivery'] as const;

/** How one carrier delivers a parcel; its default is `fallback`. */
function deliveryOf(carriers: readonly string[], fallback: string, choices: readonly FieldChoice[]) {
  return field(carriers, 'DeliveryMethod', wayOfDelivery, 'always', { fallback, choices });
}

/**
 * Fields that single carriers need. Sources: the vendor's demo headers and field list; choices from a public client with complete
 * comments.
 */
export const orderFields: readonly CarrierField[] = [
  field(['EMS', 'YZPY', 'YZBK'], 'PostCode', ['邮编', 'Post code'], 'always', {
    fallback: '000000',
    hintZh: '寄收双方的邮编；不知道时发 000000。',
    hintEn: 'Of both sides; 000000 is sent when none is known.',
    example: '310000',
  }),
  deliveryOf(['JTSD'], '3', [
    choice('3', '送货上门', 'To the door'),
    choice('4', '驿站', 'Station'),
    choice('5', '快递柜', 'Locker'),
    choice('6', '代收点', 'Agent point'),
  ]),
  deliveryOf(['DBL', 'DBLKY'], '3', [
    choice('1', '自提', 'Fetched'),
    choice('2', '送货进仓', 'Into the warehouse'),
    choice('3', '送货不上楼', 'To the door, not upstairs'),
    choice('4', '送货上楼', 'Upstairs'),
    choice('5', '大件上楼', 'Bulky, upstairs'),
  ]),
  deliveryOf(['ZYE'], '1', [choice('1', '送货上门', 'To the door'), choice('2', '自提', 'Fetched')]),
  field(freightCodes, 'DeliveryMethod', wayOfDelivery, 'no', { choices: freightDeliveries }),
  field([...freightCodes, 'DBLKY'], 'PackingType', ['包装类型', 'Packing'], 'no', { choices: packings }),
  field(['JD', 'JDKY'], 'WareHouseID', ['发货仓编码', 'Warehouse code'], 'usually', {
    of: 'account',
    hintZh: '向京东站点询问。',
    hintEn: 'Ask the JD station.',
  }),
  field(['JD'], 'TransType', ['京东产品', 'JD product'], 'no', { choices: jdProducts }),
  field(['JD'], 'ThrOrderCode', ['京东商城订单号', 'JD Mall order number'], 'for-product', {
    product: '1',
    hintZh: '只有京东商城平台的订单才需要。',
    hintEn: 'Needed for orders of the JD Mall only.',
  }),
  field(['SF'], 'CurrencyCode', ['币别', 'Currency'], 'abroad', {
    hintZh: '寄往香港、澳门、台湾时必填。',
    hintEn: 'Needed to Hong Kong, Macao and Taiwan.',
    choices: ['CNY', 'HKD', 'NTD', 'MOP'].map((code) => choice(code, code, code)),
    fallback: 'CNY',
  }),
  field(['ZJS'], 'LogisticCode', ['预领单号', 'Number handed out beforehand'], 'no', {
    hintZh: '从网点线下申请客户号时由网点提供。',
    hintEn: 'Given by the branch when the customer number comes from it.',
  }),
];
