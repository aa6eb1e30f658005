import type { CarrierRow } from './carrierRow.ts';

/** Couriers within a city, carriers across the border, and the built-in practice carrier. */
export const otherCarriers: readonly CarrierRow[] = [
  { code: 'SS', zh: '闪送', en: 'Shansong', kind: 'instant', kuaidi100: 'shansong' },
  { code: 'KFW', zh: '快服务', en: 'Kuaifuwu', kind: 'instant', kuaidi100: 'kfw' },
  { code: 'AMAZON', zh: '亚马逊物流', en: 'Amazon Logistics', kind: 'international' },
  { code: 'DHL', zh: 'DHL', en: 'DHL', kind: 'international', kuaidi100: 'dhl', givesWaybills: true },
  {
    code: 'FEDEX_GJ',
    zh: '联邦快递国际',
    en: 'FedEx International',
    kind: 'international',
    kuaidi100: 'fedex',
    givesWaybills: true,
  },
  { code: 'UPS', zh: 'UPS', en: 'UPS', kind: 'international', kuaidi100: 'ups' },
  { code: 'TNT', zh: 'TNT', en: 'TNT', kind: 'international', kuaidi100: 'tnt' },
  { code: 'D4PX', zh: '递四方', en: '4PX', kind: 'international', kuaidi100: 'disifang' },
  {
    code: 'PRACTICE',
    zh: '练习快递',
    en: 'Practice carrier',
    kind: 'express',
    givesWaybills: true,
    services: ['cod', 'insurance', 'children'],
  },
];
