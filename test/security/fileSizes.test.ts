import { expect, test } from 'vitest';
import { fileSizes, sizeBudget } from './fileSizes.ts';
import { sourceFiles } from './sourceFiles.ts';

test('half the source files fit on a screen and none is longer than a few', () => {
  const { medianLines, tooLong } = fileSizes(sourceFiles('electron', 'renderer', 'shared', 'resources'));
  expect(tooLong).toEqual([]);
  expect(medianLines).toBeLessThanOrEqual(sizeBudget.medianLines);
});

test('no test, double or bench is longer than the budget either', () => {
  expect(fileSizes(sourceFiles('test')).tooLong).toEqual([]);
});
