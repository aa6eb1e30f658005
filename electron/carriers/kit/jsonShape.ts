export type JsonShapeFault = 'too-deep' | 'duplicate-key';

/** Deeper than any platform's reply (KDNiao: 4); a deeper one is an attack or a bug. */
const maxDepth = 32;

/**
 * Looks at JSON text for what JSON.parse lets pass: nesting without limit, and one key twice in an object, where
 * the last one silently wins (two waybill numbers in one reply must not end as one of them).
 * Run it on text that JSON.parse has accepted. Linear in the length of the text.
 */
export function jsonShape(text: string): JsonShapeFault | null {
  const keysOfOpen: (Set<string> | null)[] = [];
  let lastText = '';
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"') {
      const end = endOfText(text, at);
      lastText = text.slice(at, end + 1);
      at = end;
    } else if (mark === '{' || mark === '[') {
      if (keysOfOpen.length >= maxDepth) return 'too-deep';
      keysOfOpen.push(mark === '{' ? new Set() : null);
    } else if (mark === '}' || mark === ']') {
      keysOfOpen.pop();
    } else if (mark === ':') {
      const keys = keysOfOpen.at(-1);
      const key = lastText.includes('\\') ? String(JSON.parse(lastText)) : lastText.slice(1, -1);
      if (keys?.has(key)) return 'duplicate-key';
      keys?.add(key);
    }
  }
  return null;
}

/** Index of the quote that closes the text opened at `start`. */
function endOfText(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at === -1 ? text.length : at;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
