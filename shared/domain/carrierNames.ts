import type { Language } from '../errors/describeError.ts';

export interface CarrierNaming {
  readonly 'zh-CN': string;
  readonly en: string;
  /** Other spellings met in order files and on platforms. */
  readonly aliases: readonly string[];
}

/** Carrier code (KDNiao's ShipperCode) → what people call it. `zh-CN` is the full name the platforms accept. */
export const carrierNames: Readonly<Record<string, CarrierNaming>> = {
  SF: { 'zh-CN': '顺丰速运', en: 'SF Express', aliases: ['顺丰快递', '顺丰', '顺丰标快', '顺丰特快'] },
  ZTO: { 'zh-CN': '中通快递', en: 'ZTO Express', aliases: ['中通速递', '中通'] },
  YTO: { 'zh-CN': '圆通速递', en: 'YTO Express', aliases: ['圆通快递', '圆通'] },
  STO: { 'zh-CN': '申通快递', en: 'STO Express', aliases: ['申通', '申通速递'] },
  YD: { 'zh-CN': '韵达快递', en: 'Yunda Express', aliases: ['韵达速递', '韵达', 'YUNDA'] },
  JTSD: { 'zh-CN': '极兔速递', en: 'J&T Express', aliases: ['极兔快递', '极兔', 'JT', 'J&T'] },
  EMS: { 'zh-CN': 'EMS', en: 'EMS', aliases: ['邮政EMS', '中国邮政速递', '邮政速递物流', 'EMS特快专递'] },
  YZPY: {
    'zh-CN': '邮政快递包裹',
    en: 'China Post parcel',
    aliases: ['中国邮政', '邮政国内小包', '邮政电商标快', '邮政', '邮政小包', 'POSTB'],
  },
  YZBK: { 'zh-CN': '邮政国内标快', en: 'China Post domestic express', aliases: ['邮政标快'] },
  JD: { 'zh-CN': '京东快递', en: 'JD Logistics', aliases: ['京东物流', '京东', '京东配送'] },
  JDKY: { 'zh-CN': '京东快运', en: 'JD Freight', aliases: [] },
  DBL: { 'zh-CN': '德邦快递', en: 'Deppon Express', aliases: ['德邦', 'DBKD'] },
  DBLKY: { 'zh-CN': '德邦物流', en: 'Deppon Freight', aliases: ['德邦快运'] },
  HTKY: { 'zh-CN': '百世快递', en: 'Best Express', aliases: ['百世汇通', '百世', '汇通快递'] },
  BTWL: { 'zh-CN': '百世快运', en: 'Best Freight', aliases: [] },
  HHTT: { 'zh-CN': '天天快递', en: 'TTK Express', aliases: ['天天'] },
  DNWL: { 'zh-CN': '菜鸟速递', en: 'Cainiao Express', aliases: ['丹鸟', '丹鸟物流', '菜鸟', 'CNSD'] },
  UC: { 'zh-CN': '优速快递', en: 'UC Express', aliases: ['优速'] },
  ZJS: { 'zh-CN': '宅急送', en: 'ZJS Express', aliases: [] },
  FWX: { 'zh-CN': '丰网速运', en: 'Fengwang Express', aliases: ['丰网', 'FENGWANG'] },
  SX: { 'zh-CN': '顺心捷达', en: 'SX Freight', aliases: ['SXJD'] },
  ANE: { 'zh-CN': '安能快递', en: 'ANE Express', aliases: ['安能'] },
  ANEKY: { 'zh-CN': '安能物流', en: 'ANE Logistics', aliases: ['安能快运'] },
  KYSY: { 'zh-CN': '跨越速运', en: 'KYE Express', aliases: ['跨越', 'KYE'] },
  ZTOKY: { 'zh-CN': '中通快运', en: 'ZTO Freight', aliases: [] },
  YDKY: { 'zh-CN': '韵达快运', en: 'Yunda Freight', aliases: [] },
  YMDD: { 'zh-CN': '壹米滴答', en: 'Yimidida', aliases: [] },
  ZYE: { 'zh-CN': '众邮快递', en: 'Zhongyou Express', aliases: ['众邮'] },
  SURE: { 'zh-CN': '速尔快递', en: 'Sure Express', aliases: ['速尔'] },
  GTO: { 'zh-CN': '国通快递', en: 'GTO Express', aliases: ['国通'] },
  LB: { 'zh-CN': '龙邦速递', en: 'Longbang Express', aliases: ['龙邦'] },
};

function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s()（）·\-_]/g, '')
    .replace(/(?:股份)?有限公司$/, '');
}

const codeByName = new Map<string, string>();
for (const [code, naming] of Object.entries(carrierNames)) {
  for (const name of [code, naming['zh-CN'], naming.en, ...naming.aliases]) {
    const key = comparable(name);
    if (!codeByName.has(key)) codeByName.set(key, code);
  }
}

/** Name of a carrier for people; the code itself when it is not in the table. */
export function carrierName(code: string, language: Language = 'zh-CN'): string {
  return carrierNames[code]?.[language] ?? code;
}

/** Carrier code for any known spelling, null when unknown. Only whole names match: 顺丰 is not 顺丰冷运. */
export function carrierCodeOf(name: string): string | null {
  return codeByName.get(comparable(name)) ?? null;
}
