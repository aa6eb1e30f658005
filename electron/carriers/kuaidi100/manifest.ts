import type { PlatformManifest } from '../kit/carrierPlatform.ts';

/**
 * The vendor publishes no request rates: 10 a second is a careful choice of ours. Of an order code it keeps the first
 * success for 48 hours (comment in its own client); a number may be queried once in 30 minutes, or it is locked.
 */
export const kuaidi100Manifest: PlatformManifest = {
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
  repeatClass: 'same-reference-safe',
  repeatWindowMs: 48 * 3_600_000,
  trackIntervalMs: 30 * 60_000,
  ratePerSecond: { book: 10, track: 10 },
  concurrency: 5,
  orderCodeMaxLength: 30,
  isEmbedded: false,
  accountFields: [
    { key: 'customer', isSecret: true },
    { key: 'partnerId', isSecret: false },
    { key: 'partnerKey', isSecret: true },
    { key: 'partnerSecret', isSecret: true },
    { key: 'partnerName', isSecret: false },
    { key: 'net', isSecret: false },
    { key: 'code', isSecret: false },
    { key: 'checkMan', isSecret: false },
    { key: 'tbNet', isSecret: false },
    {
      key: 'payType',
      isSecret: false,
      kind: 'choice',
      choices: ['SHIPPER', 'CONSIGNEE', 'MONTHLY', 'THIRDPARTY'],
    },
    { key: 'expType', isSecret: false },
    { key: 'callbackUrl', isSecret: false },
    { key: 'salt', isSecret: true },
  ],
};
