import type { PlaceField, WayFacts } from '../../../shared/domain/printing/printer.ts';
import type { Clock } from '../../platform/clock.ts';
import type { StatusQuestion } from './printerLanguage.ts';
import type { DriverPrinter, PrinterTarget, PrinterTransport } from './printerTransport.ts';

type PrinterPlace = Pick<PrinterTarget, 'host' | 'port' | 'path' | 'line'>;

interface WayParts {
  readonly clock: Clock;
  /** How a printer of a language is asked how it is; null: it cannot be asked. */
  readonly statusOf: (language: string) => StatusQuestion | null;
  /** Absent where there are no windows. */
  readonly driver?: DriverPrinter;
}

/**
 * One way to a printer: what is known of it, how its addresses are read, how it is opened. A folder under
 * `printers/transports/`, one line in its `index.ts`.
 */
export interface PrinterWay extends WayFacts {
  /** Options of its own in an address, besides language and paper. */
  readonly options?: readonly string[];
  /** What stands between `scheme:` and the options; a text names the part that is wrong. */
  read(
    location: string,
    options: URLSearchParams,
    defaults: { readonly virtualFolder: string },
  ): PrinterPlace | string;
  open(parts: WayParts): PrinterTransport;
}

/** One thing an address is made of, as a form asks for it. */
export function placeField(
  id: string,
  nameZh: string,
  nameEn: string,
  pattern: string,
  more: Partial<PlaceField> = {},
): PlaceField {
  const plain = { initial: '', example: '', choices: [], place: 'plain', isGiven: false } as const;
  return { id, nameZh, nameEn, pattern, ...plain, ...more };
}

/** The port of a printer on a cable of this computer. */
export const deviceField = (example: string): PlaceField =>
  placeField('device', '端口', 'Port', '/dev/[\\w./-]+|[Cc][Oo][Mm]\\d{1,3}', { example });

/** A place that is no host. */
export const placeAt = (path: string): PrinterPlace => ({ host: '', port: 0, path });

/** Percent-decoded, behind `//`; null when it cannot be, or holds a character no name has. */
export function nameIn(location: string): string | null {
  if (!location.startsWith('//')) return null;
  try {
    const name = decodeURIComponent(location.slice(2));
    return /\p{Cc}/u.test(name) ? null : name;
  } catch {
    return null;
  }
}

/** The device path of `///dev/usb/lp0`; null: it is none. */
export function devicePathIn(location: string): string | null {
  const path = nameIn(location.replace(/\/$/, ''));
  return path !== null && /^\/(?!\/)[^?]{1,200}$/.test(path) ? path : null;
}
