/** As many orders as a bench packs in a long shift, three times over: 9 MB of file, copied in 0.6 s from a server of the same machine. */
export const mostWaveOrders = 1_000;

/** Orders that a bench may have to pack, by why. Each list begins with what is wanted most. */
export interface WaveWishes {
  /** What lies open or aside on it, and what it has closed today. */
  readonly lying: readonly string[];
  /** Their labels are to come out at it. */
  readonly waiting: readonly string[];
  /** Their labels came out at it. */
  readonly labelled: readonly string[];
  /** Booked at whichever bench and not packed, the newest orders first. */
  readonly booked: readonly string[];
  /** Their labels are on the way to a printer elsewhere: what becomes of them only the book will know. */
  readonly printing: ReadonlySet<string>;
}

/** The orders that a bench keeps for the time when its server is away, what it has in hand first. */
export function chooseWave(
  { lying, waiting, labelled, booked, printing }: WaveWishes,
  most = mostWaveOrders,
): readonly string[] {
  const wanted = new Set([...lying, ...waiting, ...labelled, ...booked]);
  return [...wanted].filter((id) => !printing.has(id)).slice(0, most);
}
