import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type LabelBitmap, type LabelSize, labelSizes } from '../../shared/domain/labelDocument.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { printerLanguages } from './index.ts';
import type { PrinterTarget } from './kit/printerTransport.ts';

export interface PrinterUriDefaults {
  /** Where `virtual:` without a folder prints. */
  readonly virtualFolder: string;
}

/** Ways the contract names that a later version brings. */
const comingTransports: readonly string[] = ['file', 'serial', 'spool'];

const rawPort = 9100;

type MediaChoice = Pick<PrinterTarget, 'language' | 'dpi' | 'size'>;

const invalid = (part: string) => failure('PRINTER_URI_INVALID', { part });

function readSize(text: string): LabelSize | null {
  return labelSizes.find((size) => size === text.toLowerCase().replace('×', 'x')) ?? null;
}

function readDpi(text: string): LabelBitmap['dpi'] | null {
  if (text === '203') return 203;
  return text === '300' ? 300 : null;
}

function readChoice(query: string): Outcome<MediaChoice> {
  const params = new URLSearchParams(query);
  const unknown = [...params.keys()].find((key) => !['lang', 'dpi', 'size'].includes(key));
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
  return size === null ? invalid('size') : done({ language, dpi, size });
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

/**
 * Printer address → checked target. `virtual:[DIR]` and `tcp://HOST[:9100]`, each with optional
 * `?lang=tspl|zpl|cpcl|escpos&dpi=203|300&size=76x130|100x150|100x180`. `file`, `serial` and `spool` answer
 * `PRINTER_TRANSPORT_UNAVAILABLE`; anything else `PRINTER_URI_INVALID` with the part that is wrong.
 */
export function parsePrinterUri(uri: string, defaults: PrinterUriDefaults): Outcome<PrinterTarget> {
  const scheme = /^([a-z]+):/i.exec(uri)?.[1]?.toLowerCase();
  if (scheme === undefined) return invalid('scheme');
  if (comingTransports.includes(scheme))
    return failure('PRINTER_TRANSPORT_UNAVAILABLE', { transport: scheme });
  const rest = uri.slice(scheme.length + 1);
  // A folder name may hold a question mark; the options are what follows the last one and holds an equals sign.
  const options = /\?([^?/\\]*=[^?]*)$/.exec(rest);
  const location = options === null ? rest : rest.slice(0, options.index);
  const choice = readChoice(options?.[1] ?? '');
  if (!choice.ok) return choice;
  const common = { uri, transport: scheme, host: '', port: 0, path: '', ...choice.value };
  if (scheme === 'virtual') {
    const folder = location.replace(/^\/\/(?=\/)/, '');
    if (folder.includes('\0')) return invalid('folder');
    return done({ ...common, path: folder === '' ? defaults.virtualFolder : resolve(folder) });
  }
  if (scheme !== 'tcp') return invalid('scheme');
  if (!location.startsWith('//')) return invalid('host');
  const authority = readAuthority(location.slice(2));
  return authority.ok ? done({ ...common, ...authority.value }) : authority;
}
