import { UnitSet } from '../text/unitSet.ts';
import { type Division, shortName } from './division.ts';

/** Towns by district; the lists are split only when they are asked for. */
export class TownIndex {
  readonly #packed: () => ReadonlyMap<string, string>;
  readonly #likeDistricts = new Map<Division, ReadonlySet<string>>();
  readonly #byDivision = new Map<Division, ReadonlyMap<string, readonly Division[]>>();

  /** `packed` is called at the first question, so that the town file is read only when a text needs it. */
  constructor(packed: () => ReadonlyMap<string, string>) {
    this.#packed = packed;
  }

  /** Town names within a district, city or province, each with the districts (or city) that have it. */
  within(division: Division): ReadonlyMap<string, readonly Division[]> {
    const known = this.#byDivision.get(division);
    if (known !== undefined) return known;
    const towns = new Map<string, readonly Division[]>();
    const collect = (owner: Division): void => {
      for (const name of this.#packed().get(owner.code)?.split(',') ?? []) {
        towns.set(name, [...(towns.get(name) ?? []), owner]);
      }
      owner.children.forEach(collect);
    };
    collect(division);
    this.#byDivision.set(division, towns);
    return towns;
  }

  /** The towns of a city that begin like one of its districts: 海棠湾镇, where 海棠区 is. */
  namedLikeDistricts(city: Division): ReadonlySet<string> {
    const known = this.#likeDistricts.get(city);
    if (known !== undefined) return known;
    const stems = city.children.map(({ name }) => shortName(name)).filter((stem) => stem !== '');
    const lists = city.children.flatMap(({ code }) => this.#packed().get(code)?.split(',') ?? []);
    const towns = new Set(lists.filter((town) => stems.some((stem) => town.startsWith(stem))));
    this.#likeDistricts.set(city, towns);
    return towns;
  }
}

interface FoundTown {
  readonly name: string;
  /** Districts (or the city) that have this town; empty when the list does not know it. */
  readonly owners: readonly Division[];
}

const longestTown = 14;
const writtenTown = /^[\u3400-\u9fff]{1,5}?(?:街道|镇|乡|苏木)(?![路街道中小大政人民银医卫])/;
/** Names of the list without such a suffix (城区, 开发区, 林场) are taken as part of the detail. */
const townSuffix = /(?:街道|镇|乡|苏木|地区)$/;
const townEnd = new UnitSet('道镇乡木区');

/** The town at the beginning of a detail, by the list of `within` or, failing that, by its form. */
export function findTown(plainDetail: string, within: Division, towns: TownIndex): FoundTown | null {
  if (!townEnd.isIn(plainDetail, 0, longestTown)) return null;
  const known = towns.within(within);
  for (let length = Math.min(longestTown, plainDetail.length); length >= 2; length -= 1) {
    if (!townEnd.isAt(plainDetail, length - 1)) continue;
    const name = plainDetail.slice(0, length);
    const owners = known.get(name);
    if (owners !== undefined && townSuffix.test(name)) return { name, owners };
  }
  const written = writtenTown.exec(plainDetail)?.[0];
  // 新区中川镇: no town is called so.
  return written === undefined || findZone(written) !== '' ? null : { name: written, owners: [] };
}

const zone =
  /^[\u3400-\u9fff]{0,6}?(?:高新技术产业开发区|高新技术开发区|高新技术产业园区|经济技术开发区|经济开发区|工业园区|高新区|经开区|开发区|示范区|保税区|度假区|管理区|工业区|投资区|高新园区|港务区|航空港区|政务区|新站区|生态区|新区)/;
const zoneEnd = new UnitSet('区');
const longestZone = 15;

/** 高新区, 经济技术开发区 … at the beginning of a detail: carriers print it, the law knows no such district. */
export function findZone(plainDetail: string): string {
  return zoneEnd.isIn(plainDetail, 0, longestZone) ? (zone.exec(plainDetail)?.[0] ?? '') : '';
}
