import type { CarrierRow } from './carrierRow.ts';

/** Carriers of heavy and bulky goods, priced by weight and volume. */
export const freightCarriers: readonly CarrierRow[] = [
  { code: 'JDKY', zh: '京东快运', en: 'JD Freight', pinyinCode: 'jingdongkuaiyun', givesWaybills: true },
  {
    code: 'DBLKY',
    zh: '德邦快运',
    en: 'Deppon Freight',
    spellings: ['德邦物流'],
    pinyinCode: 'debangwuliu',
    givesWaybills: true,
  },
  { code: 'BTWL', zh: '百世快运', en: 'Best Freight', pinyinCode: 'baishiwuliu', givesWaybills: true },
  {
    code: 'ANEKY',
    zh: '安能快运',
    en: 'ANE Freight',
    spellings: ['安能物流'],
    pinyinCode: 'annengwuliu',
    givesWaybills: true,
    services: ['insurance'],
  },
  {
    code: 'ZTOKY',
    zh: '中通快运',
    en: 'ZTO Freight',
    pinyinCode: 'zhongtongkuaiyun',
    loose: /^\d{12}$/,
    givesWaybills: true,
  },
  { code: 'YDKY', zh: '韵达快运', en: 'Yunda Freight', pinyinCode: 'yundakuaiyun' },
  { code: 'SX', zh: '顺心捷达', en: 'Shunxin Jieda', spellings: ['SXJD'], pinyinCode: 'sxjdfreight' },
  { code: 'YMDD', zh: '壹米滴答', en: 'Yimidida', pinyinCode: 'yimidida', loose: /^\d{12}$/ },
  { code: 'HOAU', zh: '天地华宇', en: 'Hoau Logistics', pinyinCode: 'tiandihuayu' },
  { code: 'CNEX', zh: '佳吉快运', en: 'CNEX Freight', pinyinCode: 'jiajiwuliu' },
  {
    code: 'ZTKY',
    zh: '中铁快运',
    en: 'China Railway Express',
    pinyinCode: 'zhongtiewuliu',
    givesWaybills: true,
  },
  { code: 'RRS', zh: '日日顺物流', en: 'RRS Logistics', spellings: ['日日顺'], pinyinCode: 'rrs' },
  { code: 'JIUYE', zh: '九曳供应链', en: 'Jiuye Supply Chain', pinyinCode: 'jiuyescm' },
  { code: 'ANNTO', zh: '安得物流', en: 'Annto Logistics', pinyinCode: 'annto' },
  { code: 'YCWL', zh: '远成物流', en: 'Yuancheng Logistics', pinyinCode: 'yuanchengwuliu' },
  { code: 'YCSY', zh: '远成快运', en: 'Yuancheng Freight', givesWaybills: true },
  { code: 'JYM', zh: '加运美', en: 'Jiayunmei', pinyinCode: 'jiayunmeiwuliu' },
  { code: 'XBWL', zh: '新邦物流', en: 'Xinbang Logistics', pinyinCode: 'xinbangwuliu' },
  { code: 'DSWL', zh: 'D速物流', en: 'D-Speed Logistics', pinyinCode: 'dsukuaidi' },
];

/** Couriers within a city, carriers across the border, and the built-in practice carrier. */
export const otherCarriers: readonly CarrierRow[] = [
  { code: 'SS', zh: '闪送', en: 'Shansong', pinyinCode: 'shansong' },
  { code: 'KFW', zh: '快服务', en: 'Kuaifuwu', pinyinCode: 'kfw' },
  { code: 'AMAZON', zh: '亚马逊物流', en: 'Amazon Logistics' },
  { code: 'DHL', zh: 'DHL', en: 'DHL', pinyinCode: 'dhl', givesWaybills: true },
  {
    code: 'FEDEX_GJ',
    zh: '联邦快递国际',
    en: 'FedEx International',
    pinyinCode: 'fedex',
    givesWaybills: true,
  },
  { code: 'UPS', zh: 'UPS', en: 'UPS', pinyinCode: 'ups' },
  { code: 'TNT', zh: 'TNT', en: 'TNT', pinyinCode: 'tnt' },
  { code: 'D4PX', zh: '递四方', en: '4PX', pinyinCode: 'disifang' },
  {
    code: 'PRACTICE',
    zh: '练习快递',
    en: 'Practice carrier',
    givesWaybills: true,
    services: ['cod', 'insurance', 'children'],
  },
];
