import { readText } from '../readText.ts';
import { colloquialName, type Division, type DivisionLevel, namesOf, shortName } from './division.ts';
import type { Divisions, InitialsOf } from './loadDivisions.ts';

type DivisionHit = Readonly<Record<DivisionLevel | 'town', string>>;

interface Scored {
  readonly hit: DivisionHit;
  /** 0: what was typed is the whole name; each thing guessed or left out costs. */
  readonly cost: number;
}

/** Costs, so that an exact short name beats a beginning, and a beginning beats a piece in the middle. */
const cost = { beginning: 2, middle: 5, skippedLevel: 1, town: 1 } as const;

/** Chinese runs and letter runs, in order: `杭州yh` is 杭州, then `yh`. */
function piecesOf(typed: string): readonly string[] {
  return typed.toLowerCase().match(/[a-z]+|[^\sa-z,，/、·-]+/g) ?? [];
}

/** All ways a name may be typed, by its characters or by their initials. */
function spellingsOf(name: string, initialsOf: InitialsOf): readonly string[] {
  const names = [name, shortName(name), colloquialName(name)].filter((one) => one !== '');
  // 重庆 alone would be read otherwise than 重庆市: a short name keeps the letters of the whole.
  const whole = initialsOf(name);
  const letters = names.map((one) => (name.startsWith(one) ? whole.slice(0, one.length) : initialsOf(one)));
  return [...new Set([...names, ...letters])].filter((one) => one !== '');
}

const isHan = (piece: string): boolean => !/^[a-z]/.test(piece);

/**
 * Finds regions by what somebody types: names, pieces of names, pinyin initials, one level or several in a row
 * (`gdsz`, `杭州 余杭`, `cqyb`, `深圳nsyh`). Best first. Former and other names are found when nothing else is.
 */
export function searchDivisions(
  divisions: Divisions,
  initialsOf: InitialsOf,
  typed: string,
  limit: number,
): readonly DivisionHit[] {
  const pieces = piecesOf(typed);
  if (pieces.length === 0) return [];
  const search = new DivisionSearch(divisions, initialsOf);
  for (const province of divisions.provinces) search.visit(province, pieces, 0, false);
  if (search.found.length === 0) {
    if (pieces.every(isHan)) search.searchAllTowns(pieces.join(''));
    if (search.found.length === 0) search.readAsAddress(typed);
  }
  return search.best(limit);
}

class DivisionSearch {
  readonly found: Scored[] = [];
  readonly #divisions: Divisions;
  readonly #initialsOf: InitialsOf;

  constructor(divisions: Divisions, initialsOf: InitialsOf) {
    this.#divisions = divisions;
    this.#initialsOf = initialsOf;
  }

  /** Tries to take pieces at this division, and at those below with and without it. */
  visit(division: Division, pieces: readonly string[], sum: number, hasBegun: boolean): void {
    const isTwin = division.parent?.name === division.name;
    if (division.name !== '' && !isTwin) this.#take(division, pieces, sum);
    const skipped = hasBegun && division.name !== '' && !isTwin ? cost.skippedLevel : 0;
    this.#descend(division, pieces, sum + skipped, hasBegun);
  }

  #take(division: Division, [first = '', ...others]: readonly string[], sum: number): void {
    const spellings = spellingsOf(division.name, this.#initialsOf);
    for (const spelling of spellings) {
      if (!first.startsWith(spelling)) continue;
      const rest = first.slice(spelling.length);
      const left = rest === '' ? others : [rest, ...others];
      if (left.length === 0) this.#add(division, sum);
      else this.#descend(division, left, sum, true);
    }
    if (others.length > 0) return;
    if (spellings.some((spelling) => spelling.startsWith(first))) this.#add(division, sum + cost.beginning);
    else if (isHan(first) && division.name.includes(first)) this.#add(division, sum + cost.middle);
  }

  #descend(division: Division, pieces: readonly string[], sum: number, hasBegun: boolean): void {
    for (const child of division.children) this.visit(child, pieces, sum, hasBegun);
    if (hasBegun && division.children.length === 0) this.#searchTowns(division, pieces, sum);
  }

  #searchTowns(owner: Division, [first = '', ...others]: readonly string[], sum: number): void {
    if (others.length > 0) return;
    for (const town of this.#divisions.towns.within(owner).keys()) {
      const spellings = [town, this.#initialsOf(town), town.replace(/(?:街道|镇|乡)$/, '')];
      if (spellings.includes(first)) this.#add(owner, sum + cost.town, town);
      else if (spellings.some((spelling) => spelling.startsWith(first)))
        this.#add(owner, sum + cost.town + cost.beginning, town);
    }
  }

  /** Towns of the whole country: only when nothing above them fits, and only by their characters. */
  searchAllTowns(name: string): void {
    if (name.length < 2) return;
    for (const province of this.#divisions.provinces) {
      for (const [town, owners] of this.#divisions.towns.within(province)) {
        if (!town.startsWith(name)) continue;
        for (const owner of owners) this.#add(owner, town === name ? 0 : cost.beginning, town);
      }
    }
  }

  /** 闸北 is found as 静安区; whatever else is not found by name the address reader may know. */
  readAsAddress(typed: string): void {
    for (const { division } of this.#divisions.names.exact(typed.trim())) this.#add(division, 0);
    if (this.found.length > 0) return;
    const { province, city, district, town, candidates } = readText(typed, this.#divisions);
    if (province !== '') this.found.push({ hit: { province, city, district, town }, cost: 0 });
    candidates.forEach(({ detail: _detail, reason: _reason, ...hit }, at) => {
      this.found.push({ hit, cost: at });
    });
  }

  #add(division: Division, sum: number, town = ''): void {
    this.found.push({ hit: { ...namesOf(division), town }, cost: sum });
  }

  best(limit: number): readonly DivisionHit[] {
    const depth = ({ province, city, district, town }: DivisionHit): number =>
      [city === province ? '' : city, district, town].filter((name) => name !== '').length;
    const capitals = new Set(this.#divisions.provinces.map(({ children }) => children[0]?.name));
    const rank = ({ hit, cost: sum }: Scored): number =>
      sum * 10 + depth(hit) * 2 + (hit.district === '' && capitals.has(hit.city) ? 0 : 1);
    const cheapest = new Map<string, Scored>();
    for (const scored of this.found) {
      const key = Object.values(scored.hit).join('/');
      const known = cheapest.get(key);
      if (known === undefined || scored.cost < known.cost) cheapest.set(key, scored);
    }
    return [...cheapest.values()]
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, limit)
      .map(({ hit }) => hit);
  }
}

type DivisionPath = { readonly [level in DivisionLevel]?: string | undefined };

/**
 * Names one level below the path, in the order of the legal list; no path gives the provinces. Counties directly under
 * a province stand among its cities; below a district, or a city without any, stand its towns.
 */
export function childDivisions(divisions: Divisions, path: DivisionPath): readonly string[] {
  if (path.province === undefined) return divisions.provinces.map(({ name }) => name);
  const cities = besideCities(divisions.provinces.find(({ name }) => name === path.province));
  if (path.city === undefined) return cities.map(({ name }) => name);
  const city = cities.find(({ name }) => name === path.city);
  if (path.district === undefined && (city?.children.length ?? 0) > 0) {
    return (city?.children ?? []).map(({ name }) => name);
  }
  const owner = city?.children.find(({ name }) => name === path.district) ?? city;
  return owner === undefined ? [] : [...divisions.towns.within(owner).keys()];
}

/** A city without a name only groups the counties that have none. */
function besideCities(province: Division | undefined): readonly Division[] {
  return (province?.children ?? []).flatMap((city) => (city.name === '' ? city.children : [city]));
}
