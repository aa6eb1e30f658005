import type { PlatformManifest } from '../kit/carrierPlatform.ts';

/** Rates: KDNiao articles of 2025-11 (1007: 20 a second) and 2019 (instant query: 10 a second). */
export const kdniaoManifest: PlatformManifest = {
  id: 'kdniao',
  name: { 'zh-CN': '快递鸟', en: 'KDNiao' },
  capabilities: ['book', 'find', 'void', 'track', 'recognise', 'test', 'parseAddress', 'checkReach'],
  repeatClass: 'same-reference-safe',
  ratePerSecond: { book: 20, track: 10 },
  concurrency: 10,
  orderCodeMaxLength: 30,
  isEmbedded: false,
  accountFields: [
    { key: 'CustomerName', isSecret: false },
    { key: 'CustomerPwd', isSecret: true },
    { key: 'MonthCode', isSecret: true },
    { key: 'SendSite', isSecret: false },
    { key: 'SendStaff', isSecret: false },
    { key: 'CustomArea', isSecret: false },
    { key: 'PayType', isSecret: false },
    { key: 'ExpType', isSecret: false },
    { key: 'IsNotice', isSecret: false },
    { key: 'IsReturnPrintTemplate', isSecret: false },
    { key: 'TemplateSize', isSecret: false },
    { key: 'WareHouseID', isSecret: false },
    { key: 'TransType', isSecret: false },
    { key: 'DeliveryMethod', isSecret: false },
    { key: 'PackingType', isSecret: false },
    { key: 'Volume', isSecret: false },
    { key: 'PostCode', isSecret: false },
    { key: 'trackType', isSecret: false },
    { key: 'ShipperType', isSecret: false },
  ],
};
