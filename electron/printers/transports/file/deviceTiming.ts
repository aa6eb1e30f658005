import type { WatchTiming } from '../../kit/watchPrinting.ts';

/** Limits of one label through a device file, in milliseconds unless said. */
export interface DeviceTiming extends WatchTiming {
  /** No byte taken for this long means the printer has stopped: paper out, cover, pause. */
  readonly stallTimeoutMs: number;
  /** A device that takes nothing just now is tried again this often. */
  readonly retryMs: number;
  readonly statusWaitMs: number;
  readonly pieceBytes: number;
}

export const deviceTiming: DeviceTiming = {
  stallTimeoutMs: 30_000,
  retryMs: 20,
  statusWaitMs: 1_500,
  confirmWaitMs: 6_000,
  confirmAskMs: 250,
  // The kernel's USB printer driver takes one buffer of this size at a time.
  pieceBytes: 8_192,
};
