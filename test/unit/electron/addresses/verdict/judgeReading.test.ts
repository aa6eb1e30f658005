import { describe, expect, test } from 'vitest';
import { confidenceSteps } from '../../../../../electron/addresses/verdict/confidenceSteps.ts';
import { calibrate } from '../../../../../electron/addresses/verdict/judgeReading.ts';

describe('the fitted confidence', () => {
  test('rises with the raw score and never promises more than it', () => {
    let before = 0;
    for (let hundredths = 0; hundredths <= 100; hundredths += 1) {
      const raw = hundredths / 100;
      const confidence = calibrate(raw);
      expect(confidence).toBeLessThanOrEqual(raw);
      expect(confidence).toBeGreaterThanOrEqual(before);
      before = confidence;
    }
  });

  test('has steps in order, within 0 and 1', () => {
    const raws = confidenceSteps.map(([rawFrom]) => rawFrom);
    expect(raws).toEqual([...raws].sort((a, b) => a - b));
    for (const [, share] of confidenceSteps) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThan(1);
    }
  });
});
