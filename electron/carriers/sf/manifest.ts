import { accountField, choiceOf, type PlatformManifest } from '../kit/manifest.ts';
import { fieldNames } from './fieldNames.ts';

/**
 * 30 requests a second are documented for the sandbox, nothing for production: 20 and 10 keep below. An order code is
 * unique for ever (8016); how soon a new order can be searched is not documented, a minute is our caution.
 */
export const sfManifest = {
  id: 'sf',
  name: { 'zh-CN': '顺丰丰桥', en: 'SF Express' },
  shortName: { 'zh-CN': '顺丰', en: 'SF' },
  capabilities: ['book', 'find', 'void', 'track', 'recognise', 'test'],
  services: {
    'batch-print': 'yes',
    customs: 'no',
    'exception-alerts': 'yes',
    cod: 'yes',
    insurance: 'yes',
    'monthly-account': 'yes',
  },
  destinations: ['CN'],
  serves: (carrier) => carrier === 'SF',
  onlyCarrier: 'SF',
  repeatClass: 'query-by-reference',
  visibleAfterMs: 60_000,
  ratePerSecond: { book: 20, track: 10 },
  concurrency: 8,
  orderCodeMaxLength: 64,
  isEmbedded: false,
  endpoints: [{ url: 'https://bspgw.sf-express.com', link: 'https' }],
  testSystem: {
    url: 'https://sfapi-sbox.sf-express.com/std/service',
    link: 'https',
    keys: {
      'zh-CN': '丰桥后台的顾客编码和沙箱校验码',
      en: 'the partner id and the sandbox checkword shown in the Fengqiao console',
    },
  },
  accountFields: [
    accountField('monthlyCard', '月结卡号', 'Monthly account', { isSecret: true, isContractNumber: true }),
    accountField('expressTypeId', '产品代码', 'Product code', { kind: 'whole-number' }),
    accountField('payMethod', '付款方式', 'Who pays', choiceOf('1', '2', '3')),
    accountField('digest', '签名方式', 'Way of signing', choiceOf('standard', 'plain')),
  ],
  carrierFields: [],
  // The two whose numbers are published; others are written as their number.
  products: [
    { names: ['顺丰特快', '特快', '特快专递'], value: '1' },
    { names: ['顺丰标快', '标快', '标准快递', '顺丰标准快递'], value: '2' },
  ],
  orderFields: fieldNames,
} as const satisfies PlatformManifest;
