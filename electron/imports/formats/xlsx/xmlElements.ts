import { characterOf, wholeText, withoutSpans } from '../../kit/cellText.ts';
import { chunkBytes, corrupt, suspicious } from '../../kit/tableFormat.ts';

/** 256 cells of 16,000 characters. A row beyond that is no order, and waiting for its end would cost quadratic time. */
const mostElementCharacters = 4_194_304;
/** A root element stands in the first lines; comments and declarations before it are short. */
const mostPrologCharacters = 65_536;

/** Where an element lies in a text that holds others too: one text of its own for each of a million would cost more than reading it. */
export interface XmlElement {
  readonly text: string;
  /** Offset of its start tag. */
  readonly start: number;
  /** Offset after the start tag; equal to `contentEnd` for an empty element. */
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** No office program writes a document type; it is only ever used to attack readers. */
export function refuseDocumentType(text: string): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw suspicious('DTD');
}

/** Does the font of a cell, or of a run of its text, cross out? */
export function saysStruck(markup: string): boolean {
  return (
    markup.includes('strike') &&
    /<(?:[\w.-]+:)?strike(?:\s+val\s*=\s*["'](?:1|true)["'])?\s*\/?>/.test(markup)
  );
}

/** Beginnings of entities and of Excel's own escapes, and what stands for a character another program lost. */
const escapeMarks = ['&', '_x', '\uFFFD'] as const;

/** Comments go, CDATA becomes ordinary escaped text. Both are legal and almost never met. */
function plainMarkup(text: string): string {
  refuseDocumentType(text);
  const parts = withoutSpans(text, '<!--', '-->').split('<![CDATA[');
  const [first = '', ...rest] = parts;
  return rest.reduce((joined, part) => {
    const end = part.indexOf(']]>');
    const inner = end < 0 ? part : part.slice(0, end);
    return `${joined}${inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}${end < 0 ? '' : part.slice(end + 3)}`;
  }, first);
}

function withPlainMarkup(element: string, contentStart: number): XmlElement {
  const text = plainMarkup(element);
  return { text, start: 0, contentStart, contentEnd: text.length };
}

/** Namespace prefix of the root element with its colon, `null` while the root has not arrived. */
function rootPrefix(text: string): string | null {
  const root = /<(?:([A-Za-z_][\w.-]*):)?[A-Za-z_][\w.-]*[\s/>]/.exec(text);
  if (root !== null) {
    refuseDocumentType(text.slice(0, root.index));
    return root[1] === undefined ? '' : `${root[1]}:`;
  }
  refuseDocumentType(text);
  if (text.length > mostPrologCharacters) throw corrupt('xml');
  return null;
}

function isNameEnd(code: number): boolean {
  return code === 0x20 || code === 0x3e || code === 0x2f || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Cuts complete elements out of arriving text; keeps the unfinished rest. */
class ElementCutter {
  private readonly localName: string;
  private open = '';
  private close = '';
  private rest = '';
  /** How much of the rest holds no end of its element: an element of megabytes arrives in many pieces. */
  private searched = 0;
  private mayHaveMarkup = false;
  /** What `take` was given last holds nothing that stands for another character. */
  isPlain = false;
  prefix: string | null = null;

  constructor(localName: string) {
    this.localName = localName;
  }

  take(chunk: string): XmlElement[] {
    this.rest += chunk;
    this.prefix ??= rootPrefix(this.rest);
    if (this.prefix === null) return [];
    this.open = `<${this.prefix}${this.localName}`;
    this.close = `</${this.prefix}${this.localName}>`;
    // One sign is found ten times as fast as two of which the first stands everywhere.
    this.mayHaveMarkup = this.rest.includes('!');
    this.isPlain = !this.mayHaveMarkup && !escapeMarks.some((mark) => this.rest.includes(mark));
    const elements: XmlElement[] = [];
    let from = 0;
    for (;;) {
      const start = this.rest.indexOf(this.open, from);
      if (start < 0) {
        // A start tag may be cut anywhere: keep as much as could be its beginning.
        from = Math.max(from, this.rest.length - this.open.length);
        break;
      }
      const nameEnd = start + this.open.length;
      if (nameEnd >= this.rest.length) {
        from = start;
        break;
      }
      if (!isNameEnd(this.rest.charCodeAt(nameEnd))) {
        from = nameEnd;
        continue;
      }
      const end = this.cut(start, nameEnd, elements);
      if (end < 0) {
        from = start;
        break;
      }
      from = end;
    }
    this.rest = this.rest.slice(from);
    this.searched = this.rest.length;
    if (this.rest.length > mostElementCharacters) throw corrupt('xml');
    return elements;
  }

  /** Adds the element at `start`; answers where it ends, or -1 when its end has not arrived. */
  private cut(start: number, nameEnd: number, elements: XmlElement[]): number {
    const tagEnd = this.rest.indexOf('>', nameEnd);
    if (tagEnd < 0) return -1;
    const contentStart = tagEnd + 1;
    if (this.rest.charCodeAt(tagEnd - 1) === 0x2f) {
      elements.push({ text: this.rest, start, contentStart, contentEnd: contentStart });
      return contentStart;
    }
    const closeAt = this.rest.indexOf(this.close, Math.max(tagEnd, this.searched - this.close.length));
    if (closeAt < 0) return -1;
    elements.push(
      this.mayHaveMarkup && this.rest.slice(start, closeAt).includes('<!')
        ? withPlainMarkup(this.rest.slice(start, closeAt), contentStart - start)
        : { text: this.rest, start, contentStart, contentEnd: closeAt },
    );
    return closeAt + this.close.length;
  }

  finish(): void {
    if (this.prefix === null || this.rest.includes(`${this.open} `) || this.rest.includes(`${this.open}>`)) {
      throw corrupt('xml');
    }
  }
}

export interface XmlBatch {
  readonly prefix: string;
  /** No text in it is escaped, commented or lost: all are what stands there. */
  readonly isPlain: boolean;
  readonly elements: readonly XmlElement[];
}

/**
 * Every element of one local name in an XML part, in batches as the bytes arrive. Not a general parser: enough for the
 * flat row and string elements of a workbook, whose own content never nests the same name.
 */
export async function* xmlElements(
  chunks: AsyncIterable<Uint8Array>,
  localName: string,
): AsyncGenerator<XmlBatch, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const cutter = new ElementCutter(localName);
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += chunkBytes) {
      let text: string;
      try {
        text = decoder.decode(chunk.subarray(from, from + chunkBytes), { stream: true });
      } catch {
        throw corrupt('encoding');
      }
      const elements = cutter.take(text);
      if (elements.length > 0) yield { prefix: cutter.prefix ?? '', isPlain: cutter.isPlain, elements };
    }
  }
  cutter.finish();
}

const attributePatterns = new Map<string, RegExp>();

function attributePattern(name: string): RegExp {
  let pattern = attributePatterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`[\\s]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    attributePatterns.set(name, pattern);
  }
  return pattern;
}

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const entity = (whole: string, name: string) => characterOf(whole, name, namedEntities);

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
  const match = attributePattern(name).exec(tag);
  return match === null ? '' : xmlText(match[1] ?? match[2] ?? '');
}
