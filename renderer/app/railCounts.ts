import type { StatusView } from '../../shared/contracts/statusContract.ts';
import type { Tone } from '../parts/StateMark.tsx';
import type { ScreenId } from '../parts/usePlace.ts';

export interface RailCount {
  readonly count: number;
  readonly tone: Extract<Tone, 'waiting' | 'unsure' | 'failed'>;
}

/** What on each screen waits for a person. Unsure outranks failed in colour, since acting on it wrongly costs more. */
export function railCounts(status: StatusView): Partial<Record<ScreenId, RailCount>> {
  const { queue, print } = status;
  const worst = (unsure: number, failed: number): RailCount['tone'] =>
    unsure > 0 ? 'unsure' : failed > 0 ? 'failed' : 'waiting';
  const shipPeople = queue.unsure + queue.failed;
  return {
    correct: { count: status.review, tone: 'waiting' },
    ship: {
      count: shipPeople > 0 ? shipPeople : status.ready,
      tone: worst(queue.unsure, queue.failed),
    },
    print: { count: print.unsure + print.failed + print.held, tone: worst(print.unsure, print.failed) },
    track: { count: status.trackingExceptions, tone: worst(0, status.trackingExceptions) },
  };
}
