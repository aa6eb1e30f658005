import { carrierRow } from '../../../shared/domain/carriers/carrierTable.ts';
import { accountField, choiceOf, type PlatformManifest } from '../kit/manifest.ts';
import { customerNumbers } from './customerNumbers.ts';
import { fieldNames } from './fieldNames.ts';
import { orderFields, products } from './orderFields.ts';

/**
 * Rates: KDNiao articles of 2025-11 (1007: 20 a second), 2019 (instant query: 10 a second) and 2025-12 (1001: about 40,
 * taken at half because nothing is known of 1801). Of cross-border booking and customs declaration no field list is
 * published; to Hong Kong, Macao and Taiwan there are the SF fields of the e-waybill page.
 */
export const kdniaoManifest = {
  id: 'kdniao',
  name: { 'zh-CN': '快递鸟', en: 'KDNiao' },
  capabilities: [
    'book',
    'find',
    'void',
    'track',
    'recognise',
    'test',
    'parseAddress',
    'checkReach',
    'balance',
    'freight',
    'arrival',
    'subscribe',
    'readPush',
    'orderPickup',
    'findPickup',
    'cancelPickup',
  ],
  services: {
    'batch-print': 'yes',
    customs: 'no',
    'exception-alerts': 'yes',
    cod: 'yes',
    insurance: 'yes',
    'monthly-account': 'yes',
  },
  destinations: ['CN', 'HK', 'MO', 'TW'],
  serves: (carrier) => carrierRow(carrier)?.givesWaybills === true,
  repeatClass: 'same-reference-safe',
  ratePerSecond: { book: 20, track: 10, ask: 10, pickup: 20 },
  // Comment in the vendor's own client: more than 500 a day should move to subscription.
  trackPerDay: 500,
  concurrency: 10,
  orderCodeMaxLength: 30,
  isEmbedded: false,
  endpoints: [{ url: 'https://api.kdniao.com', link: 'https' }],
  // One gateway for every interface; the vendor offers it unencrypted only.
  testSystem: {
    url: 'http://sandboxapi.kdniao.com:8080/kdniaosandbox/gateway/exterfaceInvoke.json',
    link: 'plain',
    keys: {
      'zh-CN': '快递鸟后台“沙箱环境”的用户ID（形如 test1234567）和 API key',
      en: 'the sandbox id (like test1234567) and API key shown in the KDNiao console',
    },
  },
  templateField: 'IsReturnPrintTemplate',
  accountFields: [
    accountField('CustomerName', '电子面单账号', 'E-waybill account'),
    accountField('CustomerPwd', '电子面单密码', 'E-waybill password', { isSecret: true }),
    accountField('MonthCode', '月结编码', 'Monthly code', { isSecret: true, isContractNumber: true }),
    accountField('SendSite', '网点名称', 'Branch'),
    accountField('SendStaff', '揽件员', 'Courier'),
    accountField('carrier', '快递公司（代码）', 'Carrier (code)'),
    accountField('CustomArea', '自定义区', 'Custom area'),
    accountField('PayType', '付款方式', 'Who pays', choiceOf('1', '2', '3', '4')),
    accountField('ExpType', '快递业务类型', 'Service'),
    accountField('IsNotice', '是否通知揽件', 'Ask for pickup', choiceOf('0', '1')),
    accountField(
      'IsReturnPrintTemplate',
      '用快递公司自己的面单（1 是，0 否）',
      'Print the carrier’s own label (1 yes, 0 no)',
      choiceOf('0', '1'),
    ),
    accountField('TemplateSize', '模板尺寸', 'Template size'),
    accountField('WareHouseID', '仓库编号', 'Warehouse id'),
    accountField('TransType', '运输方式', 'Transport', { kind: 'whole-number' }),
    accountField('DeliveryMethod', '派送方式', 'Delivery method', { kind: 'whole-number' }),
    accountField('PackingType', '包装方式', 'Packing', { kind: 'whole-number' }),
    accountField('Volume', '体积', 'Volume', { kind: 'number' }),
    accountField('PostCode', '邮编', 'Postcode'),
    accountField('StationCode', '网点编码', 'Branch code'),
    accountField('StationName', '网点全称', 'Branch name in full'),
    accountField('IsSubscribe', '下单后订阅轨迹', 'Follow parcels after booking', choiceOf('0', '1')),
    accountField(
      'trackType',
      '轨迹接口类型（7101 跨境）',
      'Tracking interface (7101 across borders)',
      choiceOf('1002', '8001', '8002', '7101'),
    ),
    accountField('trackLanguage', '跨境轨迹语言', 'Language of cross-border tracking', choiceOf('zh', 'en')),
    accountField('ShipperType', '上门取件时效', 'Collection within', choiceOf('3', '4', '5')),
    accountField(
      'serviceEdition',
      '接口版本（1 或 2）',
      'Edition of the interfaces (1 or 2)',
      choiceOf('1', '2'),
    ),
  ],
  carrierFields: [...customerNumbers, ...orderFields],
  products,
  orderFields: fieldNames,
} as const satisfies PlatformManifest;
