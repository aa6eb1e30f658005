import type { PlatformManifest } from '../kit/carrierPlatform.ts';

export const practiceManifest: PlatformManifest = {
  id: 'practice',
  name: { 'zh-CN': '练习平台', en: 'Practice platform' },
  capabilities: ['book', 'find', 'void', 'track', 'recognise', 'test', 'parseAddress', 'checkReach'],
  repeatClass: 'same-reference-safe',
  ratePerSecond: { book: 1_000, track: 1_000 },
  concurrency: 4,
  orderCodeMaxLength: 30,
  isEmbedded: true,
  accountFields: [],
};
