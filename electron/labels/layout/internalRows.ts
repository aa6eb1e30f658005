/** Blank edge of the internal label. */
export const internalEdgeMm = 1.5;

/** Its rows from top to bottom; what is left of the 40 mm between region and footer is the merchant area. */
export const internalRowsMm = { code: 12.4, orderNo: 3.4, receiver: 3.8, region: 3.3, footer: 3 } as const;
