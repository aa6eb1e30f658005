/** Blank edge: a print head is rarely aligned better than a millimetre. */
export const edgeMm = 1.5;

/** Thickness of a rule. */
export const ruleMm = 0.25;

/** Zones from top to bottom with their heights in millimetres on 76 × 130 media; others in proportion. */
export const zoneHeights = {
  header: 9,
  code: 18,
  destination: 13.5,
  consolidation: 8.5,
  receiver: 21,
  sender: 11,
  receipt: 12.5,
  contents: 33.5,
} as const;

export type ZoneName = keyof typeof zoneHeights;

/** All zones together. */
export const zonesHeight = Object.values(zoneHeights).reduce((sum, mm) => sum + mm, 0);
