import type { RegionCandidate } from '../../../shared/domain/addressReading.ts';
import { type Division, namesOf, shortName } from '../divisions/division.ts';
import { findZone } from '../divisions/towns.ts';
import { UnitSet } from '../text/unitSet.ts';

const firstName = /^\s*([\u3400-\u9fff]{2,6}?[市区县旗])/;
/** 东区 and 西区 look alike and are both meant. */
const shortestName = 3;
const mostOffers = 3;

/** Of one length, with one character that differs: 海定区 and 海淀区. */
function looksAlike(written: string, name: string): boolean {
  if (written.length !== name.length) return false;
  let differing = 0;
  for (let at = 0; at < name.length; at += 1) if (written[at] !== name[at]) differing += 1;
  return differing === 1;
}

interface Meant {
  readonly division: Division;
  /** How much of the detail its name takes. */
  readonly length: number;
}

/** A name as it is written in front of a detail, and how much of it that takes. */
interface WrittenName {
  readonly name: string;
  readonly length: number;
}

function nameIn(detail: string): WrittenName | null {
  const [whole = '', name = ''] = firstName.exec(detail) ?? [];
  return name.length < shortestName || findZone(name) !== '' ? null : { name, length: whole.length };
}

/** Places below `above` that are called so but for one character. */
function alikeIn(above: Division, written: WrittenName | null): readonly Meant[] {
  if (written === null) return [];
  const { name, length } = written;
  const found: Meant[] = [];
  for (const division of above.children)
    if (looksAlike(name, division.name)) found.push({ division, length });
  return found;
}

const stems = new WeakMap<Division, string>();

function stemOf(city: Division): string {
  const known = stems.get(city);
  if (known !== undefined) return known;
  const stem = shortName(city.name);
  stems.set(city, stem);
  return stem;
}

const districtEnd = new UnitSet('市区县旗');
const longestCityAndDistrict = 10;

/** 抗州西湖区: a city in short with a district behind it that only this one has. */
function alikeInShort(province: Division, detail: string): readonly Meant[] {
  return province.children.flatMap((city) => {
    const stem = stemOf(city);
    const rest = detail.slice(stem.length);
    const fits = stem !== '' && looksAlike(detail.slice(0, stem.length), stem);
    return fits && city.children.some(({ name }) => rest.startsWith(name))
      ? [{ division: city, length: stem.length }]
      : [];
  });
}

/** The district behind a city, written right or but for one character; columns are joined by blanks. */
function withDistrict({ division, length: cityLength }: Meant, detail: string): Meant {
  const rest = detail.slice(cityLength).trimStart();
  const length = detail.length - rest.length;
  const written = division.children.find(({ name }) => name.length >= 2 && rest.startsWith(name));
  if (written !== undefined) return { division: written, length: length + written.name.length };
  const [alike, other] = alikeIn(division, nameIn(rest));
  return alike === undefined || other !== undefined
    ? { division, length }
    : { division: alike.division, length: length + alike.length };
}

/**
 * 浙江省 抗州市西湖区…, 北京市 海定区…: where the detail begins with a name that only looks like one of the region, what may be meant, with
 * the street that is left. Offered, never taken.
 */
export function misspeltPlaces(certain: Division, detail: string): readonly RegionCandidate[] {
  if (certain.level === 'district') return [];
  // A district is told by its end; most streets have none so near.
  if (!districtEnd.isIn(detail, 2, longestCityAndDistrict)) return [];
  const written = nameIn(detail);
  const isProvince = certain.level === 'province';
  const cities = isProvince ? [...alikeIn(certain, written), ...alikeInShort(certain, detail)] : [];
  const districts = (isProvince ? certain.children : [certain]).flatMap((city) => alikeIn(city, written));
  const whole = cities.map((city) => withDistrict(city, detail));
  // Of 杭州市, 湖州市 and 温州市 only the first has a 西湖区.
  const sure = whole.filter(({ division }) => division.level === 'district');
  return (sure.length > 0 ? sure : [...whole, ...districts])
    .slice(0, mostOffers)
    .map(({ division, length }) => {
      const street = detail.slice(length).trim();
      return { ...namesOf(division), town: '', detail: street, reason: 'similar' };
    });
}
