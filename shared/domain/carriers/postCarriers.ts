import type { CarrierRow } from './carrierRow.ts';

/** China Post and its express arm. */
export const postCarriers: readonly CarrierRow[] = [
  {
    code: 'EMS',
    zh: 'EMS',
    en: 'EMS',
    spellings: ['邮政EMS', '邮政特快专递', '中国邮政EMS', '中国邮政速递', '邮政速递物流', 'EMS特快专递'],
    kind: 'post',
    kuaidi100: 'ems',
    strict: /^(1[0-2]|5[0-2]|9[5-9])\d{11}$|^E[A-Z]\d{9}[A-Z]{2}$/,
    loose: /^[981]\d{12}$/,
    givesWaybills: true,
    sellsNumbers: false,
    services: ['cod', 'insurance'],
  },
  {
    code: 'YZPY',
    zh: '邮政快递包裹',
    en: 'China Post Parcel',
    spellings: ['邮政', '邮政包裹', '中国邮政', '邮政国内小包', '邮政电商标快', '邮政小包', 'POSTB'],
    kind: 'post',
    kuaidi100: 'youzhengguonei',
    strict: /^[A-Z]{2}\d{9}CN$/,
    loose: /^9[689]\d{11}$|^\d{13}$/,
    givesWaybills: true,
    services: ['insurance'],
  },
  {
    code: 'YZBK',
    zh: '邮政国内标快',
    en: 'China Post Standard Express',
    spellings: ['邮政标快'],
    kind: 'post',
    kuaidi100: 'youzhengbk',
    givesWaybills: true,
  },
];
