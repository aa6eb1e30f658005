/**
 * Written by `node test/bench/calibrateAddresses.ts`: from which raw score on a reading is right at least how often.
 * Rising; the bounds are lower ones, so that a bucket with few cases promises little.
 */
export const confidenceSteps: readonly (readonly [rawFrom: number, confidence: number])[] = [
  [0.3, 0.05],
  [0.35, 0.96],
  [0.79, 0.98],
  [0.86, 0.99],
  [0.92, 0.99],
  [0.93, 0.99],
  [0.97, 0.99],
];
