import type { AccountField, PlatformManifest } from '../kit/carrierPlatform.ts';

const text = (key: string): AccountField => ({ key, isSecret: false });
const secret = (key: string): AccountField => ({ key, isSecret: true });
const choice = (key: string, choices: readonly string[]): AccountField => ({
  key,
  isSecret: false,
  kind: 'choice',
  choices,
});

/**
 * Rates: KDNiao articles of 2025-11 (1007: 20 a second), 2019 (instant query: 10 a second) and 2025-12 (1001: about 40,
 * taken at half because nothing is known of 1801).
 */
export const kdniaoManifest: PlatformManifest = {
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
  repeatClass: 'same-reference-safe',
  ratePerSecond: { book: 20, track: 10, ask: 10, pickup: 20 },
  // One gateway for every interface; the vendor offers it unencrypted only.
  testEndpoint: 'http://sandboxapi.kdniao.com:8080/kdniaosandbox/gateway/exterfaceInvoke.json',
  concurrency: 10,
  orderCodeMaxLength: 30,
  isEmbedded: false,
  templateField: 'IsReturnPrintTemplate',
  accountFields: [
    text('CustomerName'),
    secret('CustomerPwd'),
    secret('MonthCode'),
    text('SendSite'),
    text('SendStaff'),
    text('carrier'),
    text('CustomArea'),
    choice('PayType', ['1', '2', '3', '4']),
    text('ExpType'),
    choice('IsNotice', ['0', '1']),
    choice('IsReturnPrintTemplate', ['0', '1']),
    text('TemplateSize'),
    text('WareHouseID'),
    { key: 'TransType', isSecret: false, kind: 'whole-number' },
    { key: 'DeliveryMethod', isSecret: false, kind: 'whole-number' },
    { key: 'PackingType', isSecret: false, kind: 'whole-number' },
    { key: 'Volume', isSecret: false, kind: 'number' },
    text('PostCode'),
    text('StationCode'),
    text('StationName'),
    choice('IsSubscribe', ['0', '1']),
    choice('trackType', ['1002', '8001', '8002']),
    choice('ShipperType', ['3', '4', '5']),
    choice('serviceEdition', ['1', '2']),
  ],
};
