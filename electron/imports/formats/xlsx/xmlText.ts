import { wholeText } from '../../kit/wholeText.ts';

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return namedEntities[name] ?? whole;
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Text content or attribute value to characters: XML entities, then Excel's own `_x000D_` escapes (ECMA-376 22.9.2.19). */
export function xmlText(raw: string): string {
  const hasEntity = raw.includes('&');
  const hasEscape = raw.includes('_x');
  if (!hasEntity && !hasEscape) return raw;
  let text = raw;
  if (hasEntity) text = text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, entity);
  if (hasEscape) {
    text = text.replace(/_x([0-9a-fA-F]{4})_/g, (_whole, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
  return wholeText(text);
}

/** Value of an attribute in a start tag, empty when absent. Names with a namespace prefix are given whole (`r:id`). */
export function xmlAttribute(tag: string, name: string): string {
  const match = new RegExp(`[\\s]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match === null ? '' : xmlText(match[1] ?? match[2] ?? '');
}
