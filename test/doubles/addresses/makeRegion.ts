import { readFileSync } from 'node:fs';
import {
  type Division,
  isWithin,
  pathOf,
  shortName,
} from '../../../electron/addresses/divisions/division.ts';
import type { Divisions } from '../../../electron/addresses/divisions/loadDivisions.ts';
import type { Chance } from './chance.ts';
import { traditionalTwin } from './traditionalTwin.ts';

export interface MadeRegion {
  /** The names in the order province, city, district; fewer where levels are left out. */
  readonly parts: readonly string[];
  readonly town: string;
  readonly division: Division;
  readonly gold: { readonly province: string; readonly city: string; readonly district: string };
  readonly acceptDistricts: readonly string[];
  /** More than one when the text cannot tell. */
  readonly candidates: readonly Division[];
  readonly tags: readonly string[];
}

const municipality = /^(?:北京|天津|上海|重庆)市$/;
const overseas = /^(?:台湾省|香港特别行政区|澳门特别行政区)$/;

interface Lists {
  readonly leaves: readonly Division[];
  readonly mainland: readonly Division[];
  readonly abroad: readonly Division[];
  readonly byName: ReadonlyMap<string, readonly Division[]>;
  /** District names that several cities have. */
  readonly shared: readonly (readonly Division[])[];
  readonly former: readonly { readonly name: string; readonly targets: readonly Division[] }[];
}

const dataFile = new URL('../../../resources/divisions/divisions.json', import.meta.url);

function formerNames(divisions: Divisions): Lists['former'] {
  const { tables } = JSON.parse(readFileSync(dataFile, 'utf8')) as {
    tables: { oldNames: [string, string, string[]][] };
  };
  return tables.oldNames.flatMap(([name, , codes]) => {
    const targets = codes.flatMap((code) => divisions.byCode.get(code) ?? []);
    return targets.every(({ level }) => level === 'district') && targets.length > 0
      ? [{ name, targets }]
      : [];
  });
}

const remembered = new WeakMap<Divisions, Lists>();

/** Counties and districts, and cities that have none. */
function listsOf(divisions: Divisions): Lists {
  const known = remembered.get(divisions);
  if (known !== undefined) return known;
  const leaves: Division[] = [];
  const collect = (division: Division): void => {
    if (division.children.length === 0 && division.name !== '') leaves.push(division);
    division.children.forEach(collect);
  };
  divisions.provinces.forEach(collect);
  const byName = new Map<string, Division[]>();
  for (const leaf of leaves) byName.set(leaf.name, [...(byName.get(leaf.name) ?? []), leaf]);
  const isAbroad = (leaf: Division): boolean => overseas.test(pathOf(leaf).province.name);
  const mainland = leaves.filter((leaf) => !isAbroad(leaf));
  const lists = {
    leaves,
    mainland,
    abroad: leaves.filter(isAbroad),
    byName,
    shared: [...byName.values()].filter(
      (group) => group.length > 1 && !group.some(isAbroad) && group[0]!.name.length > 2,
    ),
    former: formerNames(divisions),
  };
  remembered.set(divisions, lists);
  return lists;
}

function goldOf(leaf: Division): MadeRegion['gold'] {
  const { province, city, district } = pathOf(leaf);
  return { province: province.name, city: city?.name ?? '', district: district?.name ?? '' };
}

function tagsOf(leaf: Division): string[] {
  const { province, city } = pathOf(leaf);
  return [
    ...(leaf.level === 'city' ? ['no-district-city'] : []),
    ...(city?.name === '' ? ['direct-county'] : []),
    ...(municipality.test(province.name) ? ['municipality'] : []),
    ...(overseas.test(province.name) ? ['hk-mo-tw'] : []),
  ];
}

function townOf(chance: Chance, leaf: Division, divisions: Divisions): string {
  const towns = [...divisions.towns.within(leaf).keys()].filter(
    (name) => /(?:街道|镇|乡)$/.test(name) && name.length <= 7,
  );
  return towns.length === 0 || chance.is(0.4) ? '' : chance.pick(towns);
}

/** What a text can mean that names only this district (and its town): former names count too. */
function meaningsOf(name: string, town: string, divisions: Divisions, within: Division | null): Division[] {
  const all = divisions.names.exact(name).map(({ division }) => division);
  const legal = all.filter((division) => within === null || isWithin(division, within));
  if (town === '') return legal;
  const byTown = legal.filter((division) => divisions.towns.within(division).has(town));
  return byTown.length > 0 ? byTown : legal;
}

const shortOf = (name: string): string => shortName(name) || name;

type Form = (
  chance: Chance,
  leaf: Division,
  divisions: Divisions,
) => { parts: string[]; tags: string[] } | null;

const full: Form = (_chance, leaf) => {
  const { province, city, district } = goldOf(leaf);
  const parts = city === province ? [province, district] : [province, city, district];
  return { parts: parts.filter((part) => part !== ''), tags: [] };
};

const twice: Form = (chance, leaf) => {
  const { province, city, district } = goldOf(leaf);
  if (city !== province) return null;
  const middle = chance.pick([province, '市辖区', province]);
  return { parts: [chance.is(0.5) ? province : shortOf(province), middle, district], tags: [] };
};

const noProvince: Form = (_chance, leaf) => {
  const { city, district, province } = goldOf(leaf);
  if (city === '' || city === province) return null;
  return { parts: [city, district].filter((part) => part !== ''), tags: ['no-province'] };
};

const noCity: Form = (_chance, leaf, divisions) => {
  const { province, district } = goldOf(leaf);
  if (district === '' || district.length === 2) return null;
  const legal = meaningsOf(district, '', divisions, divisions.byCode.get(pathOf(leaf).province.code) ?? null);
  return legal.length === 1 ? { parts: [province, district], tags: ['no-city'] } : null;
};

const districtOnly: Form = (_chance, leaf, divisions) => {
  const { district } = goldOf(leaf);
  if (district.length < 3 || /[乡镇]$/.test(district)) return null;
  return meaningsOf(district, '', divisions, null).length === 1
    ? { parts: [district], tags: ['no-province', 'no-city'] }
    : null;
};

/** 广东深圳南山区, 山东青岛城阳, 衡阳常宁, 湖南省岳阳平江县. */
const abbreviated: Form = (chance, leaf) => {
  const { province, city, district } = goldOf(leaf);
  const parts: string[] = [];
  const withProvince = chance.is(0.7);
  if (withProvince) parts.push(shortOf(province));
  if (city !== '' && city !== province) parts.push(chance.is(0.8) ? shortOf(city) : city);
  if (parts.length === 0) parts.push(shortOf(province));
  if (district !== '') parts.push(chance.is(0.45) ? shortOf(district) : district);
  const tags = ['abbrev', ...(withProvince || city === province ? [] : ['no-province'])];
  return { parts, tags };
};

const noCityShort: Form = (chance, leaf, divisions) => {
  const made = noCity(chance, leaf, divisions);
  if (made === null) return null;
  return { parts: [shortOf(made.parts[0] ?? ''), made.parts[1] ?? ''], tags: ['abbrev', 'no-city'] };
};

const forms: readonly (readonly [number, Form])[] = [
  [34, full],
  [2, twice],
  [20, noProvince],
  [8, noCity],
  [8, districtOnly],
  [18, abbreviated],
  [4, noCityShort],
];

function madeOf(leaf: Division, parts: readonly string[], town: string, tags: readonly string[]): MadeRegion {
  return {
    parts,
    town,
    division: leaf,
    gold: goldOf(leaf),
    acceptDistricts: leaf.level === 'city' && town !== '' ? [town] : [],
    candidates: [leaf],
    tags: [...tagsOf(leaf), ...tags],
  };
}

/** A region that the text settles. */
export function makeRegion(chance: Chance, divisions: Divisions): MadeRegion {
  const { mainland } = listsOf(divisions);
  for (;;) {
    const noDistricts = chance.is(0.04) ? mainland.filter(({ level }) => level === 'city') : mainland;
    const direct = chance.is(0.04) ? mainland.filter(({ parent }) => parent?.name === '') : noDistricts;
    const leaf = chance.pick(direct);
    const form = chance.among(forms.map(([weight, make]) => [weight, () => make] as const));
    const made = form(chance, leaf, divisions);
    if (made !== null) return madeOf(leaf, made.parts, townOf(chance, leaf, divisions), made.tags);
  }
}

/** A district name of several cities with nothing else to tell them apart, or with a town that does. */
export function makeSharedRegion(chance: Chance, divisions: Divisions): MadeRegion {
  const group = chance.pick(listsOf(divisions).shared);
  const leaf = chance.pick(group);
  const town = chance.is(0.3) ? townOf(chance, leaf, divisions) : '';
  const meanings = meaningsOf(leaf.name, town, divisions, null);
  const candidates = meanings.length === 0 ? group : meanings;
  const settled = candidates.length === 1;
  return {
    ...madeOf(leaf, [leaf.name], town, ['no-province', 'no-city', settled ? 'town-decides' : 'ambiguous']),
    candidates,
  };
}

/** A district under its former name, with its city in front. */
export function makeFormerRegion(chance: Chance, divisions: Divisions): MadeRegion {
  const { name, targets } = chance.pick(listsOf(divisions).former);
  const leaf = chance.pick(targets);
  const { province, city } = goldOf(leaf);
  const levels = city === province || city === '' ? [province] : chance.is(0.5) ? [province, city] : [city];
  return {
    ...madeOf(leaf, [...levels, name], '', ['oldname']),
    acceptDistricts: [name, ...targets.map((target) => target.name)],
  };
}

/** 台湾, 香港 and 澳门 in either script. */
export function makeOverseasRegion(chance: Chance, divisions: Divisions): MadeRegion {
  const leaf = chance.pick(listsOf(divisions).abroad);
  const { province, city, district } = goldOf(leaf);
  const parts =
    province === '台湾省'
      ? chance.is(0.5)
        ? [province, city, district]
        : [city, district]
      : [chance.pick([shortOf(province), province]), chance.is(0.4) ? city : '', district];
  const traditional = chance.is(0.5);
  const written = parts
    .filter((part) => part !== '')
    .map((part) => (traditional ? traditionalTwin(part) : part));
  const made = madeOf(leaf, written, '', traditional ? ['traditional'] : []);
  return { ...made, tags: [...made.tags, ...(parts[0] === city ? ['no-province'] : [])] };
}
