import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { readChunks } from './readChunks.ts';
import { reportShare, type ShareListener } from './reportShare.ts';
import { TableFault } from './tableFault.ts';
import type { TableSource } from './tableFormat.ts';

/** What an operator may choose by hand. Big5 is only ever chosen: its bytes are legal in the others. */
export const textEncodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** UTF-16 without a mark shows itself by the zero half of its ASCII characters. */
function utf16WithoutMark(head: Uint8Array): TextEncoding | null {
  const pairs = Math.floor(head.length / 2);
  let zeroHigh = 0;
  let zeroLow = 0;
  for (let index = 0; index < pairs; index += 1) {
    if (head[index * 2] === 0) zeroLow += 1;
    if (head[index * 2 + 1] === 0) zeroHigh += 1;
  }
  if (zeroHigh > pairs / 4 && zeroLow === 0) return 'utf-16le';
  if (zeroLow > pairs / 4 && zeroHigh === 0) return 'utf-16be';
  return null;
}

/** Encoding by its byte order mark or by UTF-16's zeros, null when only the content can tell. */
export function markedEncoding(head: Uint8Array): TextEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return utf16WithoutMark(head);
}

async function decodesWhole(source: TableSource, encoding: TextEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of readChunks(source)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TableFault) throw error;
    return false;
  }
}

/**
 * Finds the encoding by reading the whole file strictly: mark, then UTF-8, then GB18030 (holds GBK and GB2312). Statistics
 * are not used: they took mostly-ASCII order files for Big5 or Latin-1. IMPORT_ENCODING_UNKNOWN when nothing fits.
 */
export async function findTextEncoding(source: TableSource): Promise<Outcome<TextEncoding>> {
  if (source.encoding !== undefined) {
    const chosen = textEncodings.find((one) => one === source.encoding);
    return chosen !== undefined && (await decodesWhole(source, chosen))
      ? done(chosen)
      : failure('IMPORT_ENCODING_UNKNOWN');
  }
  const marked = markedEncoding(source.head);
  const candidates: readonly TextEncoding[] = marked === null ? ['utf-8', 'gb18030'] : [marked];
  for (const encoding of candidates) {
    if (await decodesWhole(source, encoding)) return done(encoding);
  }
  return failure('IMPORT_ENCODING_UNKNOWN');
}

/** The file as text, in chunks, without a byte order mark. Never a replacement character of ours: the decoder is strict. */
export async function* decodedChunks(
  source: TableSource,
  encoding: TextEncoding,
  onShare?: ShareListener,
): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    const chunks = reportShare(readChunks(source), source.sizeBytes, onShare);
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new TableFault(failure('IMPORT_ENCODING_UNKNOWN'));
    throw error;
  }
}
