import type { PlatformManifest } from '../kit/carrierPlatform.ts';

/**
 * 30 requests a second are documented for the sandbox, nothing for production: 20 and 10 keep below. An order code is
 * unique for ever (8016); how soon a new order can be searched is not documented, a minute is our caution.
 */
export const sfManifest: PlatformManifest = {
  id: 'sf',
  name: { 'zh-CN': '顺丰丰桥', en: 'SF Express' },
  capabilities: ['book', 'find', 'void', 'track', 'recognise', 'test'],
  onlyCarrier: 'SF',
  repeatClass: 'query-by-reference',
  visibleAfterMs: 60_000,
  ratePerSecond: { book: 20, track: 10 },
  concurrency: 8,
  orderCodeMaxLength: 64,
  testEndpoint: 'https://sfapi-sbox.sf-express.com/std/service',
  isEmbedded: false,
  accountFields: [
    { key: 'monthlyCard', isSecret: true },
    { key: 'expressTypeId', isSecret: false, kind: 'whole-number' },
    { key: 'payMethod', isSecret: false, kind: 'choice', choices: ['1', '2', '3'] },
    { key: 'digest', isSecret: false, kind: 'choice', choices: ['standard', 'plain'] },
  ],
};
