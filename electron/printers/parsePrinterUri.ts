import { type LabelSize, labelSizes } from '../../shared/domain/printing/labelDocument.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { PrinterTarget } from './kit/printerTransport.ts';
import { languageIds, printerLanguage, printerLanguages } from './languages/index.ts';
import { printerWay, printerWays } from './transports/index.ts';

interface PrinterUriDefaults {
  /** Where `virtual:` without a folder prints. */
  readonly virtualFolder: string;
}

type MediaChoice = Pick<PrinterTarget, 'language' | 'dpi' | 'size' | 'encoding'>;

const options = `lang=${printerLanguages[0]?.id}&dpi=203&size=76x130`;
const examples = printerWays.map(({ example }) => example).join(', ');

/** Of a part that is wrong; `part` is never more than a short word of it. */
export const invalidPrinterUri = (part: string) =>
  failure('PRINTER_URI_INVALID', { part, examples, options });

/** Nothing of a text from outside but what names a language or an option. */
const plainWord = (text: string): string => text.replace(/[^\w-]/g, '?').slice(0, 20);

function readSize(text: string): LabelSize | null {
  return labelSizes.find((size) => size === text.toLowerCase().replace('×', 'x')) ?? null;
}

/** Language and paper; the first language where none is named. */
function readChoice(options: URLSearchParams, alsoKnown: readonly string[]): Outcome<MediaChoice> {
  const unknown = [...options.keys()].find(
    (key) => !['lang', 'dpi', 'size', 'enc', ...alsoKnown].includes(key),
  );
  if (unknown !== undefined) return invalidPrinterUri(plainWord(unknown));
  const language = (options.get('lang') ?? printerLanguages[0]?.id ?? '').toLowerCase();
  const known = printerLanguage(language);
  if (known === undefined)
    return failure('PRINTER_LANGUAGE_UNKNOWN', { language: plainWord(language), languages: languageIds });
  const dpi = ([203, 300] as const).find((one) => String(one) === (options.get('dpi') ?? '203'));
  if (dpi === undefined) return invalidPrinterUri('dpi');
  if (!known.resolutionsDpi.includes(dpi))
    return failure('PRINTER_RESOLUTION_UNSUPPORTED', { language, dpi });
  const size = readSize(options.get('size') ?? '76x130');
  if (size === null) return invalidPrinterUri('size');
  const encoding = options.get('enc')?.toLowerCase();
  if (encoding === undefined) return done({ language, dpi, size });
  return known.encodings.includes(encoding)
    ? done({ language, dpi, size, encoding })
    : invalidPrinterUri('enc');
}

/**
 * Printer address → checked target: the scheme of a way, its place, its options, and for all of them `lang`, `dpi`, `size`
 * and, where a language leaves a choice, `enc`. Anything else: `PRINTER_URI_INVALID` with the part that is wrong.
 */
export function parsePrinterUri(uri: string, defaults: PrinterUriDefaults): Outcome<PrinterTarget> {
  const scheme = /^([a-z]+):/i.exec(uri)?.[1]?.toLowerCase();
  if (scheme === undefined) return invalidPrinterUri('scheme');
  const rest = uri.slice(scheme.length + 1);
  // A folder name may hold a question mark; the options are what follows the last one and holds an equals sign.
  const optionText = /\?([^?/\\]*=[^?]*)$/.exec(rest);
  const location = optionText === null ? rest : rest.slice(0, optionText.index);
  const given = new URLSearchParams(optionText?.[1] ?? '');
  const way = printerWay(scheme);
  const choice = readChoice(given, way?.options ?? []);
  if (!choice.ok) return choice;
  const place = way?.read(location, given, defaults) ?? 'scheme';
  if (typeof place === 'string') return invalidPrinterUri(place);
  return done({ uri, transport: scheme, ...place, ...choice.value });
}
