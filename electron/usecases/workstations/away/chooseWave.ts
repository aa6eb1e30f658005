/** As many orders as a bench packs in a long shift, times three: 9 MB of file, copied in 0.6 s from a server on the same machine. */
export const mostWaveOrders = 1_000;

/** Orders that a bench may have to pack, by reason. Each list starts with the most needed. */
export interface WaveWishes {
  /** Parcels open or set aside on it, and those it closed today. */
  readonly lying: readonly string[];
  /** Their labels are to be printed at it. */
  readonly waiting: readonly string[];
  /** Their labels were printed at it. */
  readonly labelled: readonly string[];
  /** Booked at any bench and not packed, newest orders first. */
  readonly booked: readonly string[];
  /** Their labels are being printed elsewhere: only the book will know the outcome. */
  readonly printing: ReadonlySet<string>;
}

/** The orders that a bench keeps for when its server is away, its own work first. */
export function chooseWave(
  { lying, waiting, labelled, booked, printing }: WaveWishes,
  most = mostWaveOrders,
): readonly string[] {
  const wanted = new Set([...lying, ...waiting, ...labelled, ...booked]);
  return [...wanted].filter((id) => !printing.has(id)).slice(0, most);
}
