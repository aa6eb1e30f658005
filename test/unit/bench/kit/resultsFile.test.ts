import { expect, test } from 'vitest';
import type { Figure } from '../../../bench/kit/figure.ts';
import { withRun } from '../../../bench/kit/resultsFile.ts';

const figure = (name: string, value: string): Figure => ({ name, value, aim: '', isMet: null, note: '' });

const runOn = (day: string, asked: readonly string[], ...figures: readonly Figure[]) => ({
  asked,
  day,
  before: 'a machine, load 0.1',
  after: 'a machine, load 0.9',
  figures,
});

const byHand = `## labels: before and after, 2026-11-29

| what | before | after |
| --- | --- | --- |
| Labels drawn | 531 | 1,046 |
`;

const first = withRun(
  '# Bench results\n',
  runOn('2026-11-26', [], figure('Labels drawn', '531'), figure('Start', '2.2 ×')),
);

test('a figure that is measured again stands once, under the day it was measured', () => {
  const again = withRun(first, runOn('2026-11-30', ['labels'], figure('Labels drawn', '1,046')));

  expect(again).not.toContain('| 531 |');
  expect(again.indexOf('| Start | 2.2 ×')).toBeLessThan(again.indexOf('## labels: measured on 2026-11-30'));
  expect(again).toMatch(/\| Labels drawn \| 1,046 \|.*\n$/);
});

test('a run whose figures were all measured again leaves no empty table', () => {
  const again = withRun(
    first,
    runOn('2026-11-30', [], figure('Start', '1.6 ×'), figure('Labels drawn', '1,046')),
  );

  expect(again).not.toContain('2026-11-26');
});

test('what was written down by hand stays, even with a row of the same name', () => {
  const again = withRun(`${first}\n${byHand}`, runOn('2026-11-30', [], figure('Labels drawn', '1,046')));

  expect(again).toContain(byHand);
});
