import type { Division } from './division.ts';
import type { TownIndex } from './townIndex.ts';

export interface FoundTown {
  readonly name: string;
  /** Districts (or the city) that have this town; empty when the list does not know it. */
  readonly owners: readonly Division[];
}

const longestTown = 14;
const writtenTown = /^[\u3400-\u9fff]{1,5}?(?:街道|镇|乡|苏木)(?![路街道中小大政人民银医卫])/;
/** Names of the list without such a suffix (城区, 开发区, 林场) are taken as part of the detail. */
const townSuffix = /(?:街道|镇|乡|苏木|地区)$/;

/** The town at the beginning of a detail, by the list of `within` or, failing that, by its form. */
export function findTown(plainDetail: string, within: Division, towns: TownIndex): FoundTown | null {
  if (!/[道镇乡木区]/.test(plainDetail.slice(0, longestTown))) return null;
  const known = towns.within(within);
  for (let length = Math.min(longestTown, plainDetail.length); length >= 2; length -= 1) {
    const name = plainDetail.slice(0, length);
    if (!townSuffix.test(name)) continue;
    const owners = known.get(name);
    if (owners !== undefined) return { name, owners };
  }
  const written = writtenTown.exec(plainDetail)?.[0];
  return written === undefined ? null : { name: written, owners: [] };
}
