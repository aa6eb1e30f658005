import { standOf } from './placedPrinter.ts';
import type { LanguageFacts, WayFacts } from './printer.ts';

/** Languages and ways of this program, as a page learns them. */
export interface PrinterKinds {
  readonly languages: readonly LanguageFacts[];
  readonly ways: readonly WayFacts[];
}

/** Where a printer is: the way to it, and what was entered for it by field. */
export interface PrinterPlace {
  readonly way: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface MediaChoice {
  readonly language: string;
  readonly dpi: string;
  readonly size: string;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The way an address goes and the place it names; no way: the address is none of ours. */
export function placeOfUri(placedUri: string, ways: readonly WayFacts[]) {
  const uri = standOf(placedUri).address;
  const [, scheme = '', rest = ''] = /^([a-z]+):(?:\/\/)?([^?]*)/i.exec(uri) ?? [];
  const way = ways.find(({ id }) => id === scheme.toLowerCase());
  const isEscaped = way?.fields.some(({ place }) => place === 'escaped') === true;
  const options = new Map(
    (/\?([^?]*)$/.exec(uri)?.[1] ?? '').split('&').map((option): [string, string] => {
      const [key = '', value = ''] = option.split('=');
      return [key, decoded(value)];
    }),
  );
  return { way, at: isEscaped ? decoded(rest) : rest, options };
}

/**
 * What a person calls a printer nobody named, from its address: `192.168.1.50`, `USB lp0`, `COM3`, the queue's name, or
 * the folder of a virtual one. Never the address itself, which says language and resolution as well.
 */
export function plainPrinterName(uri: string, ways: readonly WayFacts[]): string {
  const { way, at } = placeOfUri(uri, ways);
  if (way === undefined) return uri;
  const place = way.commonEnding === '' ? at : at.replace(/\/$/, '');
  const last = place.replace(/\/+$/, '').split('/').at(-1) ?? '';
  const short = place.endsWith(way.commonEnding)
    ? place.slice(0, place.length - way.commonEnding.length)
    : place;
  return way.plainName.replace('{at}', short).replace('{last}', last).trim();
}

/** A found printer's address without language and paper → the place it names. */
export function placeFromFound(uri: string, ways: readonly WayFacts[]): PrinterPlace {
  const { way, at, options } = placeOfUri(uri, ways);
  if (way === undefined) return { way: '', values: {} };
  const values = way.fields.map(({ id, initial, place }) => [
    id,
    place === 'option' ? (options.get(id) ?? initial) : at,
  ]);
  return { way: way.id, values: Object.fromEntries(values) };
}

/** As it was typed, else with what an input method left in full width as plain signs; null: neither can be. */
function fittingValue(typed: string, pattern: string): string | null {
  const fits = new RegExp(`^(?:${pattern})$`);
  const plain = typed.replaceAll('。', '.').normalize('NFKC');
  return [typed, plain].find((value) => fits.test(value)) ?? null;
}

/** The address of a printer as the core reads it; null while incomplete. */
export function printerUri(
  { way: id, values }: PrinterPlace,
  media: MediaChoice,
  ways: readonly WayFacts[],
): string | null {
  const way = ways.find((one) => one.id === id);
  if (way === undefined) return null;
  let address = way.address;
  const options: string[] = [];
  for (const field of way.fields) {
    const value = fittingValue((values[field.id] ?? field.initial).trim(), field.pattern);
    if (value === null) return null;
    if (field.place === 'option') options.push(`${field.id}=${value}`);
    else
      address = address.replace(
        `{${field.id}}`,
        field.place === 'escaped' ? encodeURIComponent(value) : value,
      );
  }
  if (!way.keepsFiles) options.push(`lang=${media.language}`);
  options.push(`dpi=${media.dpi}`, `size=${media.size}`);
  return `${address}?${options.join('&')}`;
}
