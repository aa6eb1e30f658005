import type { WatchTiming } from '../../kit/watchPrinting.ts';

/** Limits of one label over a serial line, in milliseconds unless said. */
export interface SerialTiming extends WatchTiming {
  /** A piece that is not through in this time: no power, no paper, handshake off. 9600 baud carries one in 0.3 s. */
  readonly stallTimeoutMs: number;
  readonly statusWaitMs: number;
  readonly pieceBytes: number;
  /** A port nobody printed on for this long is closed, so that other programs may have it. */
  readonly idleMs: number;
}

export const serialTiming: SerialTiming = {
  stallTimeoutMs: 30_000,
  statusWaitMs: 1_500,
  confirmWaitMs: 6_000,
  confirmAskMs: 250,
  pieceBytes: 256,
  idleMs: 5_000,
};
