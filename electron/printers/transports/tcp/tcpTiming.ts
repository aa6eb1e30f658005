/** Limits of one raw connection, in milliseconds unless said. */
export interface TcpTiming {
  readonly connectTimeoutMs: number;
  /** A piece the printer does not take for this long means it has stopped: paper out, cover, pause. */
  readonly stallTimeoutMs: number;
  /** After the last byte: some devices never close, and all bytes are taken by then. */
  readonly closeWaitMs: number;
  /** The next label waits this long for the connection before it to be closed: many devices take only one. */
  readonly handOverMs: number;
  /** An accepted connection is drained at most this long: closed earlier, a late word of the device cuts its label. */
  readonly lingerMs: number;
  readonly statusWaitMs: number;
  /** After a label the printer is asked until it is idle again, at most this long, this far apart. */
  readonly confirmWaitMs: number;
  readonly confirmAskMs: number;
  readonly pieceBytes: number;
}

export const tcpTiming: TcpTiming = {
  connectTimeoutMs: 5_000,
  stallTimeoutMs: 30_000,
  closeWaitMs: 1_000,
  handOverMs: 1_500,
  lingerMs: 15_000,
  statusWaitMs: 1_500,
  confirmWaitMs: 6_000,
  confirmAskMs: 250,
  pieceBytes: 8_192,
};
