import type { PrinterTransport } from '../../../electron/printers/kit/printerTransport.ts';
import { printerLanguages } from '../../../electron/printers/languages/index.ts';

/** Pages go through a driver; what a matrix tries is the same bytes whatever they mean. */
export const labelLanguages = printerLanguages
  .filter(({ sheets }) => sheets === undefined)
  .map(({ id }) => id);

/** What a device does to the labels it gets from the moment it is plugged in. */
export interface DeviceFaults {
  /** Gone, as by a pulled cable, after so many bytes. */
  readonly cutAfterBytes?: number;
  /** Takes no more after so many bytes. */
  readonly stallsAfterBytes?: number;
  /** Talks unasked after every piece. */
  readonly chatters?: boolean;
  readonly isSlow?: boolean;
  /** What it says to bytes that end with the question of its language. */
  readonly answer?: () => Uint8Array;
}

/** One printer at one address, whatever happens to it. */
export interface MatrixDevice {
  readonly transport: PrinterTransport;
  readonly uri: string;
  /** Plugs it in anew; null pulls the plug. */
  plug(faults: DeviceFaults | null): Promise<void>;
  /** Every byte it took since the beginning, once no more come. */
  taken(): Promise<Buffer>;
  close(): Promise<void>;
}

/** One way to a printer, as the matrix drives it. */
export interface MatrixWay {
  readonly id: string;
  /** Its device can be asked around a label. */
  readonly answers: boolean;
  /** A pulled plug in the middle of a label leaves part of it on paper. */
  readonly tears: boolean;
  open(language: string): Promise<MatrixDevice>;
}

/** Counts bytes of one plugging and says what the device does at each piece. */
export function habitsOf(faults: DeviceFaults, query: Uint8Array) {
  let size = 0;
  let tail = Buffer.alloc(0);
  return (piece: Uint8Array): { does: 'go-on' | 'cut' | 'stall' | 'slow'; says: Uint8Array | null } => {
    size += piece.length;
    tail = Buffer.concat([tail, piece]).subarray(-query.length);
    const isAsked = query.length > 0 && tail.equals(Buffer.from(query));
    const says = faults.chatters
      ? Uint8Array.of(0x11, 0x13, 0x04)
      : isAsked && faults.answer !== undefined
        ? faults.answer()
        : null;
    if (size >= (faults.cutAfterBytes ?? Number.POSITIVE_INFINITY)) return { does: 'cut', says };
    if (size >= (faults.stallsAfterBytes ?? Number.POSITIVE_INFINITY)) return { does: 'stall', says };
    return { does: faults.isSlow ? 'slow' : 'go-on', says };
  };
}

/** Whatever is under way between two processes of this machine has arrived: nothing new for five looks. */
export async function untilQuiet(size: () => number, lookMs: number): Promise<void> {
  let seen = -1;
  for (let quiet = 0; quiet < 5; ) {
    await new Promise((resolve) => (lookMs === 0 ? setImmediate(resolve) : setTimeout(resolve, lookMs)));
    quiet = size() === seen ? quiet + 1 : 0;
    seen = size();
  }
}
