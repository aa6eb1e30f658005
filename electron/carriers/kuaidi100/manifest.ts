import { carrierRow, carrierTable } from '../../../shared/domain/carriers/carrierTable.ts';
import { accountField, choiceOf, type PlatformManifest } from '../kit/manifest.ts';
import { fieldNames } from './fieldNames.ts';

/**
 * The vendor publishes no request rates: 10 a second is a careful choice of ours. Of an order code it keeps the first
 * success for 48 hours (comment in its own client); a number may be queried once in 30 minutes, or it is locked.
 */
export const kuaidi100Manifest = {
  id: 'kuaidi100',
  name: { 'zh-CN': '快递100', en: 'Kuaidi100' },
  capabilities: [
    'book',
    'find',
    'void',
    'track',
    'recognise',
    'test',
    'parseAddress',
    'checkReach',
    'freight',
    'arrival',
    'subscribe',
    'readPush',
  ],
  services: {
    'batch-print': 'yes',
    customs: 'no',
    'exception-alerts': 'yes',
    cod: 'yes',
    insurance: 'yes',
    'monthly-account': 'yes',
  },
  destinations: ['CN'],
  serves: (carrier) => kuaidi100Code(carrier) !== null,
  repeatClass: 'same-reference-safe',
  repeatWindowMs: 48 * 3_600_000,
  trackIntervalMs: 30 * 60_000,
  ratePerSecond: { book: 10, track: 10 },
  concurrency: 5,
  orderCodeMaxLength: 30,
  isEmbedded: false,
  endpoints: [
    { url: 'https://api.kuaidi100.com', link: 'https' },
    { url: 'https://poll.kuaidi100.com', link: 'https' },
    { url: 'https://www.kuaidi100.com', link: 'https' },
  ],
  accountFields: [
    accountField('customer', '查询授权码', 'Authorisation code for queries', {
      isSecret: true,
      isContractNumber: true,
    }),
    accountField('partnerId', '电子面单账号', 'E-waybill account'),
    accountField('partnerKey', '电子面单密码', 'E-waybill password', { isSecret: true }),
    accountField('partnerSecret', '电子面单密钥', 'E-waybill secret', { isSecret: true }),
    accountField('partnerName', '客户名称', 'Customer name'),
    accountField('net', '网点', 'Branch'),
    accountField('code', '承载编号', 'Carriage code'),
    accountField('checkMan', '揽件员', 'Courier'),
    accountField('tbNet', '淘宝网点', 'Taobao branch'),
    accountField(
      'payType',
      '付款方式',
      'Who pays',
      choiceOf('SHIPPER', 'CONSIGNEE', 'MONTHLY', 'THIRDPARTY'),
    ),
    accountField('expType', '快递业务类型', 'Service'),
    accountField('trackLanguage', '轨迹语言', 'Language of tracking', choiceOf('zh', 'en')),
    accountField('callbackUrl', '推送地址', 'Address for pushes'),
    accountField('salt', '推送签名密钥', 'Key of pushed signatures', { isSecret: true }),
  ],
  carrierFields: [],
  orderFields: fieldNames,
} as const satisfies PlatformManifest;

/** Our code at Kuaidi100; null: none is known. */
export function kuaidi100Code(code: string): string | null {
  return carrierRow(code)?.pinyinCode ?? null;
}

const ownOf = new Map<string, string>();
for (const { code, pinyinCode } of carrierTable)
  if (pinyinCode !== undefined && !ownOf.has(pinyinCode)) ownOf.set(pinyinCode, code);

/** What Kuaidi100 calls `zhongtong` is our `ZTO`; null: a carrier the table does not hold. */
export function carrierOfKuaidi100(code: string): string | null {
  return ownOf.get(code) ?? null;
}
