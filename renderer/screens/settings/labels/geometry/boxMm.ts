/** A place on the label in millimetres from the top left of the editable area, in tenths at the finest. */
export interface BoxMm {
  readonly leftMm: number;
  readonly topMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

export interface AreaMm {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Nothing smaller can be caught with a mouse or read on paper. */
export const smallestSideMm = 0.2;

/** Tenths of a millimetre: finer than a dot of a 203 dpi head (0.125 mm) is of no use. */
export function roundMm(mm: number): number {
  return Math.round(mm * 10) / 10;
}

const within = (value: number, low: number, high: number): number =>
  roundMm(Math.min(Math.max(value, low), Math.max(low, high)));

/** The same box wholly inside the area: first made small enough, then moved in. */
export function keepInside(box: BoxMm, area: AreaMm): BoxMm {
  const widthMm = within(box.widthMm, smallestSideMm, area.widthMm);
  const heightMm = within(box.heightMm, smallestSideMm, area.heightMm);
  return {
    widthMm,
    heightMm,
    leftMm: within(box.leftMm, 0, area.widthMm - widthMm),
    topMm: within(box.topMm, 0, area.heightMm - heightMm),
  };
}
