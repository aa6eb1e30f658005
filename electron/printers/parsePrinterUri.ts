import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type LabelBitmap, type LabelSize, labelSizes } from '../../shared/domain/labelDocument.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { PrinterTarget, SerialLine } from './kit/printerTransport.ts';
import { printerLanguages } from './languages/index.ts';

export interface PrinterUriDefaults {
  /** Where `virtual:` without a folder prints. */
  readonly virtualFolder: string;
}

const rawPort = 9100;

type MediaChoice = Pick<PrinterTarget, 'language' | 'dpi' | 'size' | 'encoding'>;

const invalid = (part: string) => failure('PRINTER_URI_INVALID', { part });

function readSize(text: string): LabelSize | null {
  return labelSizes.find((size) => size === text.toLowerCase().replace('×', 'x')) ?? null;
}

function readDpi(text: string): LabelBitmap['dpi'] | null {
  if (text === '203') return 203;
  return text === '300' ? 300 : null;
}

function readChoice(params: URLSearchParams, alsoKnown: readonly string[]): Outcome<MediaChoice> {
  const unknown = [...params.keys()].find(
    (key) => !['lang', 'dpi', 'size', 'enc', ...alsoKnown].includes(key),
  );
  if (unknown !== undefined) return invalid(unknown.replace(/[^\w-]/g, '?').slice(0, 20));
  const language = (params.get('lang') ?? 'tspl').toLowerCase();
  const known = printerLanguages.find(({ id }) => id === language);
  if (known === undefined) {
    return failure('PRINTER_LANGUAGE_UNKNOWN', { language: language.replace(/[^\w-]/g, '?').slice(0, 20) });
  }
  const dpi = readDpi(params.get('dpi') ?? '203');
  if (dpi === null) return invalid('dpi');
  if (!known.resolutionsDpi.includes(dpi)) {
    return failure('PRINTER_RESOLUTION_UNSUPPORTED', { language, dpi });
  }
  const size = readSize(params.get('size') ?? '76x130');
  if (size === null) return invalid('size');
  const encoding = params.get('enc')?.toLowerCase();
  if (encoding === undefined) return done({ language, dpi, size });
  return known.encodings.includes(encoding) ? done({ language, dpi, size, encoding }) : invalid('enc');
}

/** `HOST`, `HOST:PORT`, `[IPv6]:PORT`; names are letters, digits, dots and dashes. */
function readAuthority(text: string): Outcome<{ host: string; port: number }> {
  const parts = /^(?:\[(?<v6>[0-9a-fA-F:.]+)\]|(?<name>[\w.-]+))(?::(?<port>\d{1,5}))?\/?$/.exec(
    text,
  )?.groups;
  if (parts === undefined) return invalid('host');
  const host = parts.v6 ?? parts.name ?? '';
  if (parts.v6 !== undefined && isIP(host) !== 6) return invalid('host');
  const port = parts.port === undefined ? rawPort : Number(parts.port);
  return port >= 1 && port <= 65_535 ? done({ host, port }) : invalid('port');
}

/** Speeds serial printers are sold with. */
const baudRates: readonly number[] = [1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200, 230_400];
const flows = ['none', 'rtscts', 'xonxoff'] as const;

function readLine(params: URLSearchParams): Outcome<SerialLine> {
  const baud = baudRates.find((rate) => String(rate) === (params.get('baud') ?? '9600'));
  if (baud === undefined) return invalid('baud');
  const flow = flows.find((kind) => kind === (params.get('flow') ?? 'none'));
  return flow === undefined ? invalid('flow') : done({ baud, flow });
}

/** Percent-decoded; null when it cannot be, or holds a character no name has. */
function decodeName(text: string): string | null {
  try {
    const name = decodeURIComponent(text);
    return /\p{Cc}/u.test(name) ? null : name;
  } catch {
    return null;
  }
}

/** The device path of `file:///dev/usb/lp0` and `serial:///dev/ttyUSB0`; a Windows port is `serial://COM3`. */
function readDevicePath(location: string, scheme: string): string | null {
  if (!location.startsWith('//')) return null;
  const path = decodeName(location.slice(2).replace(/\/$/, ''));
  const isPort = scheme === 'serial' && path !== null && /^COM\d{1,3}$/i.test(path);
  return path !== null && (isPort || /^\/(?!\/)[^?]{1,200}$/.test(path)) ? path : null;
}

/** Longest printer name of Windows with its server. */
const maxQueueName = 220;

function readPlace(
  scheme: string,
  location: string,
  defaults: PrinterUriDefaults,
): Outcome<Pick<PrinterTarget, 'host' | 'port' | 'path'>> {
  const at = (path: string) => done({ host: '', port: 0, path });
  if (scheme === 'virtual') {
    const folder = location.replace(/^\/\/(?=\/)/, '');
    if (folder.includes('\0')) return invalid('folder');
    return at(folder === '' ? defaults.virtualFolder : resolve(folder));
  }
  if (scheme === 'file' || scheme === 'serial') {
    const path = readDevicePath(location, scheme);
    return path === null ? invalid('path') : at(path);
  }
  if (scheme === 'spool') {
    const queue = location.startsWith('//') ? decodeName(location.slice(2)) : null;
    return queue === null || queue === '' || queue.length > maxQueueName ? invalid('queue') : at(queue);
  }
  if (scheme !== 'tcp') return invalid('scheme');
  if (!location.startsWith('//')) return invalid('host');
  const authority = readAuthority(location.slice(2));
  return authority.ok ? done({ ...authority.value, path: '' }) : authority;
}

/**
 * Printer address → checked target. `virtual:[DIR]`, `tcp://HOST[:9100]`, `file:///dev/usb/lp0`,
 * `serial:///dev/ttyUSB0?baud=9600&flow=none|rtscts|xonxoff`, `spool://QUEUE%20NAME`, each with optional
 * `lang=tspl|zpl|cpcl|escpos`, `dpi=203|300`, `size` and, with ZPL, `enc=z64|acs|hex`. Anything else: `PRINTER_URI_INVALID` with the part that is wrong.
 */
export function parsePrinterUri(uri: string, defaults: PrinterUriDefaults): Outcome<PrinterTarget> {
  const scheme = /^([a-z]+):/i.exec(uri)?.[1]?.toLowerCase();
  if (scheme === undefined) return invalid('scheme');
  const rest = uri.slice(scheme.length + 1);
  // A folder name may hold a question mark; the options are what follows the last one and holds an equals sign.
  const options = /\?([^?/\\]*=[^?]*)$/.exec(rest);
  const location = options === null ? rest : rest.slice(0, options.index);
  const params = new URLSearchParams(options?.[1] ?? '');
  const choice = readChoice(params, scheme === 'serial' ? ['baud', 'flow'] : []);
  if (!choice.ok) return choice;
  const place = readPlace(scheme, location, defaults);
  if (!place.ok) return place;
  const target = { uri, transport: scheme, ...place.value, ...choice.value };
  if (scheme !== 'serial') return done(target);
  const line = readLine(params);
  return line.ok ? done({ ...target, line: line.value }) : line;
}
