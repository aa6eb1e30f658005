import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { reportStarting, useBookingRun } from '../../../../renderer/bridge/longRuns.ts';

const { plan, planEnded, begin, end } = useBookingRun.getState();
const told: boolean[] = [];

beforeEach(() => {
  told.length = 0;
  vi.stubGlobal('window', { shipdesk: { reportStarting: (isStarting: boolean) => told.push(isStarting) } });
});
afterEach(() => {
  end();
  planEnded();
  vi.unstubAllGlobals();
});

describe('the run that the page follows', () => {
  test('a batch that joins a run still going keeps its beginning, one after it has ended is a run of its own', () => {
    begin(1_000, false);
    begin(2_000, true);
    expect(useBookingRun.getState().since).toBe(1_000);
    begin(3_000, false);
    expect(useBookingRun.getState().since).toBe(3_000);
    end();
    begin(4_000, true);
    expect(useBookingRun.getState().since).toBe(4_000);
  });

  test('main hears of a batch from the click on until it is in the queue, and of nothing else', () => {
    reportStarting();
    plan(277);
    begin(1_000, false);
    planEnded();
    expect(told).toEqual([true, false]);
  });
});
