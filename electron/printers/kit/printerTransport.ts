import type { LabelSize } from '../../../shared/domain/printing/labelDocument.ts';
import type { PrinterState } from '../../../shared/domain/printing/printer.ts';
import type { CallOutcome, Outcome } from '../../../shared/errors/outcome.ts';

/** How a serial line is set: 8 data bits and 1 stop bit always. */
export interface SerialLine {
  readonly baud: number;
  readonly flow: 'none' | 'rtscts' | 'xonxoff';
}

/** A printer URI, taken apart and checked (`cli-contract`: `tcp://HOST[:9100]?lang=tspl&dpi=203&size=76x130`). */
export interface PrinterTarget {
  /** The address as the operator wrote it. */
  readonly uri: string;
  /** Id of its way: the scheme of the address. */
  readonly transport: string;
  readonly host: string;
  readonly port: number;
  /** Folder, device path or spooler queue, empty when the transport has none. */
  readonly path: string;
  readonly language: string;
  readonly dpi: 203 | 300;
  readonly size: LabelSize;
  /** How the picture is written, of languages that leave a choice; absent: as set for the printer, else as usual. */
  readonly encoding?: string;
  /** Settings of a serial line; absent elsewhere. */
  readonly line?: SerialLine;
}

/** What is known of a printer from its labels before this one. */
export interface PrinterHabits {
  /** It closes each connection itself, and soon; `false`: it never does; null: not known. */
  readonly closes: boolean | null;
  /** It answers, and never says that it is busy: waiting for that proves nothing. */
  readonly neverBusy: boolean;
}

export const unknownHabits: PrinterHabits = { closes: null, neverBusy: false };

/** What a printer did after one label; null: it was not looked for. */
export interface PrinterSeen {
  readonly closed: boolean | null;
  readonly watched: Watched | null;
}

/**
 * A printer after its label: busy and then idle, idle all the time, busy to the end, with a fault, or without a word.
 */
export type Watched = 'printed' | 'only-ready' | 'still-busy' | 'fault' | 'silent';

/** One page as a picture of its whole size. */
export interface PagePicture {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly png: Uint8Array;
}

/**
 * Prints pages through the printer's own driver. Only a window can: the command line has none. `did-not-happen` only where
 * the driver said that it took nothing.
 */
export interface DriverPrinter {
  print(queue: string, title: string, pages: readonly PagePicture[]): Promise<CallOutcome<PrintReceipt>>;
}

export interface TransportJob {
  readonly jobId: string;
  /** Shown by spoolers; holds no personal data. */
  readonly title: string;
  readonly bytes: Uint8Array;
  /** Draws the picture of the label, for transports that keep one; absent: there is none (packing slips). */
  readonly png?: () => Uint8Array;
  /** The same as pages, for a driver that is given pictures; absent: it is no job of pages. */
  readonly pages?: () => readonly PagePicture[];
  /** The printer is known to answer: ask it around this label, on the label's own connection. */
  readonly asksStatus?: boolean;
  /** Absent: nothing is known of the printer. */
  readonly habits?: PrinterHabits;
  /** Told what the printer did after the label, whatever came of it. */
  readonly learn?: (seen: PrinterSeen) => void;
  /** Told whenever the printer took a part of it: a slow one has not stopped. */
  readonly onMoving?: () => void;
}

/** A printer the computer knows; its address still lacks language, resolution and size. */
export interface DiscoveredPrinter {
  readonly uri: string;
  readonly name: string;
  /** `spooler`, `usb`, `serial` … */
  readonly kind: string;
  readonly state: PrinterState;
  /** The model in its driver's words, where that is known. */
  readonly model?: string;
}

/** How far we know the paper is: all bytes taken, or the printer itself said it printed. */
export interface PrintReceipt {
  readonly level: 'accepted' | 'confirmed';
  /** The job's name at the spooler, to ask it there. */
  readonly deviceJob?: string;
}

export type { PrinterState };

/**
 * One way to a printer. A folder under `printers/transports/`, one line in its `index.ts`, judged by
 * `test/conformance/printerTransport`. One label, one job; nothing is ever sent twice by a transport.
 */
export interface PrinterTransport {
  readonly id: string;
  /** `did-not-happen` only when no byte left; once one may have, every failure is `unknown`. */
  send(target: PrinterTarget, job: TransportJob): Promise<CallOutcome<PrintReceipt>>;
  /** Was this job printed? Only transports that keep a record can tell; the others answer `unknown`. */
  find(target: PrinterTarget, jobId: string): Promise<CallOutcome<PrintReceipt>>;
  probe(target: PrinterTarget): Promise<PrinterState>;
  /** Printers this computer knows by this way; absent: they cannot be listed (network addresses, folders). */
  discover?(): Promise<Outcome<readonly DiscoveredPrinter[]>>;
}

/** Runs one task after another for each key: many printers take a single connection. */
type InLane = <T>(key: string, task: (release: (after: Promise<void>) => void) => Promise<T>) => Promise<T>;

/** A lane opens when its task is done, or when what the task hands to `release` is. */
export function createPrinterLanes(): InLane {
  const tails = new Map<string, Promise<void>>();
  return async (key, task) => {
    const before = tails.get(key) ?? Promise.resolve();
    let open: (after: Promise<void>) => void = () => {};
    const tail = new Promise<void>((resolve) => {
      open = (after) => resolve(after);
    });
    tails.set(key, tail);
    await before;
    try {
      return await task(open);
    } finally {
      open(Promise.resolve());
      void tail.then(() => tails.get(key) === tail && tails.delete(key));
    }
  };
}
