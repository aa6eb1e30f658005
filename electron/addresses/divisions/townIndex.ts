import type { Division } from './division.ts';

/** Towns by district; the lists are split only when they are asked for. */
export class TownIndex {
  readonly #packed: () => ReadonlyMap<string, string>;
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
}
