export type DivisionLevel = 'province' | 'city' | 'district';

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

/** True when `ancestor` is the node itself or above it. */
export function isWithin(division: Division, ancestor: Division): boolean {
  return division === ancestor || division.parent === ancestor || division.parent?.parent === ancestor;
}
