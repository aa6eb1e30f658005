import { describe, expect, test } from 'vitest';
import {
  maxSteps,
  pushEdit,
  redoEdit,
  startHistory,
  undoEdit,
} from '../../../../../renderer/parts/view/editHistory.ts';

describe('taking edits back', () => {
  test('goes back step by step and forward again to the very same thing', () => {
    const third = pushEdit(pushEdit(startHistory('a'), 'b'), 'c');
    const back = undoEdit(undoEdit(third));
    expect(back.present).toBe('a');
    expect(redoEdit(redoEdit(back)).present).toBe('c');
  });

  test('a new edit after going back drops what was taken back', () => {
    const edited = pushEdit(undoEdit(pushEdit(startHistory('a'), 'b')), 'c');
    expect(redoEdit(edited).present).toBe('c');
    expect(undoEdit(edited).present).toBe('a');
  });

  test('many presses of one arrow key are one step', () => {
    let history = startHistory(0);
    for (let press = 1; press <= 40; press += 1) history = pushEdit(history, press, 'nudge-t1');
    expect(undoEdit(history).present).toBe(0);
  });

  test('the same key on something else, or after a step back, begins a new step', () => {
    const moved = pushEdit(pushEdit(startHistory(0), 1, 'nudge-a'), 2, 'nudge-b');
    expect(undoEdit(moved).present).toBe(1);
    const again = pushEdit(undoEdit(moved), 3, 'nudge-a');
    expect(undoEdit(again).present).toBe(1);
  });

  test('with nothing to take back or to repeat, nothing happens', () => {
    const fresh = startHistory('a');
    expect(undoEdit(fresh)).toBe(fresh);
    expect(redoEdit(fresh)).toBe(fresh);
    expect(pushEdit(fresh, 'a')).toBe(fresh);
  });

  test('the oldest steps are forgotten, never the newest', () => {
    let history = startHistory(0);
    for (let step = 1; step <= maxSteps + 50; step += 1) history = pushEdit(history, step);
    expect(history.past).toHaveLength(maxSteps);
    expect(undoEdit(history).present).toBe(maxSteps + 49);
  });
});
