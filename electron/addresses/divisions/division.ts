export const divisionLevels = ['province', 'city', 'district'] as const;
export type DivisionLevel = (typeof divisionLevels)[number];

/** One node of the legal tree. A city with an empty name groups counties that stand directly under a province. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly parent: Division | null;
  readonly children: readonly Division[];
}

/** The province, city and district on the way to a node, null where it ends earlier. */
export function pathOf(division: Division): {
  readonly province: Division;
  readonly city: Division | null;
  readonly district: Division | null;
} {
  if (division.parent === null) return { province: division, city: null, district: null };
  if (division.parent.parent === null) return { province: division.parent, city: division, district: null };
  return { province: division.parent.parent, city: division.parent, district: division };
}

/** The legal names on that way, empty where it ends earlier; a municipality is its own city. */
export function namesOf(division: Division): Record<DivisionLevel, string> {
  const { province, city, district } = pathOf(division);
  const isMunicipality = province.name.endsWith('市');
  return {
    province: province.name,
    city: city?.name || (isMunicipality ? province.name : ''),
    district: district?.name ?? '',
  };
}

/** True when `ancestor` is the node itself or above it. */
export function isWithin(division: Division, ancestor: Division): boolean {
  return division === ancestor || division.parent === ancestor || division.parent?.parent === ancestor;
}

const ethnicGroups =
  '各|汉|满|回|壮|苗|侗|瑶|彝|藏|羌|白|傣|畲|黎|土家|土|水|怒|京|蒙古|朝鲜|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春|裕固|东乡|保安|撒拉|布依|仡佬|毛南|仫佬|哈尼|拉祜|佤|傈僳|纳西|景颇|布朗|独龙|普米|德昂|阿昌|基诺';
const ethnicTail = new RegExp(`(?:${ethnicGroups})族?$`);
/** Longest first; one that would leave a single character gives way to the next (清新区 is 清新, not 清). */
const plainSuffixes = ['特别行政区', '地区', '新区', '矿区', '林区', '省', '市', '区', '县', '旗', '盟'];
const autonomous = /(?:自治区|自治州|自治县|自治旗)$/;

/** 管城回族区, 梅里斯达斡尔族区. */
const ethnicDistrict = new RegExp(`^..+?((?:${ethnicGroups})族区)$`);

/** Stems that are everyday words; they count only straight behind their parent. */
const everydayStem =
  /^(?:[城市][中东西南北关郊]|新[城市]|江[东南北]|河[东西南北]|[东南西北中]山|[南北]岸|开发|和平|新华|新兴|长安|大同|解放|青年|中华|中心)$/;

/** 恭城瑶族自治县 → 恭城, 新疆维吾尔自治区 → 新疆, 浦东新区 → 浦东. Empty when fewer than two characters remain. */
export function shortName(name: string): string {
  let stem = name;
  if (autonomous.test(name)) {
    stem = name.replace(autonomous, '');
    for (let shorter = stem.replace(ethnicTail, ''); shorter !== stem && shorter.length >= 2; ) {
      stem = shorter;
      shorter = stem.replace(ethnicTail, '');
    }
    stem = stem.replace(/族$/, '');
  } else {
    const people = ethnicDistrict.exec(name)?.[1];
    const suffix =
      people ?? plainSuffixes.find((tail) => name.endsWith(tail) && name.length - tail.length >= 2);
    if (suffix !== undefined) stem = name.slice(0, -suffix.length);
    // 科尔沁左翼中旗 without its suffix is no name of its own.
    if (name.endsWith('旗') && /[前后中左右]$/.test(stem)) return '';
  }
  return stem.length >= 2 && stem !== name ? stem : '';
}

/** Names people write for autonomous places: 恩施州, 酉阳县, 管城区. */
export function colloquialName(name: string): string {
  const suffix = /(?:自治|族)(州|县|旗|区)$/.exec(name)?.[1];
  const stem = shortName(name);
  return suffix === undefined || stem === '' ? '' : `${stem}${suffix}`;
}

export function isEverydayStem(stem: string): boolean {
  return everydayStem.test(stem);
}

/**
 * 东区, 城区, 忠县 and the townships that 台湾 counts as districts (新城乡 …): such a name means nothing without its
 * parent in front.
 */
export function needsParent(division: Division): boolean {
  return division.level === 'district' && (division.name.length === 2 || /[乡镇]$/.test(division.name));
}
