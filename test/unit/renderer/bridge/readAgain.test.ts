import { QueryObserver } from '@tanstack/react-query';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient, readAgain } from '../../../../renderer/bridge/queryClient.ts';

/** What happens so long after each other, and how long the answers to the questions take, the first one included. */
const storms = fc.record({
  events: fc.array(
    fc.record({
      afterMs: fc.integer({ min: 0, max: 6 }),
      kind: fc.constantFrom('change', 'change', 'leave', 'return'),
    }),
    { minLength: 1, maxLength: 16 },
  ),
  answersMs: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 30 }),
});

describe('what a page shows while things change', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ends as it is, however changes, answers and leaving the screen fall together', async () => {
    await fc.assert(
      fc.asyncProperty(storms, async ({ events, answersMs }) => {
        queryClient.clear();
        let truth = 0;
        let asked = 0;
        const observer = new QueryObserver(queryClient, {
          queryKey: ['truth'],
          meta: { topics: ['printJobs'] },
          queryFn: ({ signal }) => {
            const seen = truth;
            const takesMs = answersMs[asked++ % answersMs.length];
            return new Promise<number>((resolve, reject) => {
              setTimeout(() => resolve(seen), takesMs);
              signal.addEventListener('abort', () => reject(new Error('left')));
            });
          },
        });
        let leave: (() => void) | null = observer.subscribe(() => undefined);
        for (const { afterMs, kind } of events) {
          await vi.advanceTimersByTimeAsync(afterMs);
          if (kind === 'leave') {
            leave?.();
            leave = null;
          } else if (kind === 'return') leave ??= observer.subscribe(() => undefined);
          else {
            truth += 1;
            readAgain(['printJobs']);
          }
        }
        leave ??= observer.subscribe(() => undefined);
        await vi.advanceTimersByTimeAsync(1_000);
        expect(observer.getCurrentResult().data).toBe(truth);
        leave();
      }),
      { numRuns: 500 },
    );
  });
});
