/** A place in the merchant area, whole tenths of a millimetre from its top left corner, as templates are kept. */
export interface ElementBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface AreaSides {
  readonly width: number;
  readonly height: number;
}

/** Two tenths: nothing smaller can be caught with a mouse or seen on paper. */
export const smallestSide = 2;

export const clampTo = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));

/** The same box wholly inside the area: first made small enough, then moved in. */
export function keepInside(box: ElementBox, area: AreaSides): ElementBox {
  const width = Math.round(clampTo(box.width, smallestSide, area.width));
  const height = Math.round(clampTo(box.height, smallestSide, area.height));
  return {
    left: Math.round(clampTo(box.left, 0, area.width - width)),
    top: Math.round(clampTo(box.top, 0, area.height - height)),
    width,
    height,
  };
}
