import { carrierRow } from '../../../shared/domain/carriers/carrierTable.ts';
import type { PlatformManifest } from '../kit/manifest.ts';

export const practiceManifest = {
  id: 'practice',
  name: { 'zh-CN': '练习平台', en: 'Practice platform' },
  capabilities: ['book', 'find', 'void', 'track', 'recognise', 'test', 'parseAddress', 'checkReach'],
  services: { 'batch-print': 'yes', customs: 'no', 'exception-alerts': 'yes', cod: 'yes', insurance: 'yes' },
  destinations: ['CN'],
  serves: (carrier) => carrierRow(carrier) !== null,
  repeatClass: 'same-reference-safe',
  ratePerSecond: { book: 1_000, track: 1_000 },
  concurrency: 4,
  orderCodeMaxLength: 30,
  isEmbedded: true,
  endpoints: [],
  accountFields: [],
  carrierFields: [],
  orderFields: {},
} as const satisfies PlatformManifest;
