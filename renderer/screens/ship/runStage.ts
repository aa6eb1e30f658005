import type { RunProgress } from '../../../shared/contracts/runContract.ts';

export interface RunStage {
  readonly stage: 'going' | 'done';
  /** Bookings of the run, the open ones included. */
  readonly all: number;
  /** Those that have come to an end that is known. */
  readonly ended: number;
  /** 0..1. */
  readonly share: number;
}

/** How far a run is. Unsure bookings do not hold it up: they are told of at its end, for they may take an hour. */
export function runStage({ waiting, sending, unsure, booked, refused }: RunProgress): RunStage {
  const ended = booked + refused;
  const all = waiting + sending + unsure + ended;
  const isGoing = waiting + sending > 0;
  return {
    stage: isGoing ? 'going' : 'done',
    all,
    ended,
    share: all === 0 ? 1 : (ended + unsure) / all,
  };
}
