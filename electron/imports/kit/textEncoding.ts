import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import {
  countDecoded,
  type EncodingQuestion,
  encodingQuestion,
  isPlausibleGb18030,
  isTolerable,
  type TextEncoding,
  textEncodings,
  usualShare,
} from './encodingQuestion.ts';
import { readChunks } from './openSource.ts';
import { reportShare, type ShareListener, TableFault, type TableSource } from './tableFormat.ts';

/** How the bytes of a text file become characters. */
export interface TextReading {
  readonly encoding: TextEncoding;
  /** Some bytes fit no character: they become U+FFFD, which flags its cell. Only ever after a person chose. */
  readonly isLossy: boolean;
  /** The encoding is a guess that a person must confirm or change before anything is stored. */
  readonly question?: EncodingQuestion;
}

const leastUtf16Share = 0.95;
/** One chunk is enough to see what a text is made of. */
const sampleBytes = 256 * 1024;

/** UTF-16 without a mark shows itself by the zero half of its ASCII characters, which no other text has. */
function utf16WithoutMark(head: Uint8Array): TextEncoding | null {
  if (!head.includes(0)) return null;
  const even = head.subarray(0, head.length - (head.length % 2));
  const shares = (['utf-16le', 'utf-16be'] as const).map((encoding) => ({
    encoding,
    share: usualShare(new TextDecoder(encoding).decode(even)),
  }));
  const [best] = shares.sort((left, right) => right.share - left.share);
  return best !== undefined && best.share >= leastUtf16Share ? best.encoding : null;
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

async function decodesMostly(source: TableSource, encoding: TextEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding);
  const sum = { characters: 0, foreign: 0, damaged: 0 };
  for await (const chunk of readChunks(source)) {
    const count = countDecoded(decoder.decode(chunk, { stream: true }));
    sum.characters += count.characters;
    sum.foreign += count.foreign;
    sum.damaged += count.damaged;
  }
  return isTolerable(sum);
}

async function sampleOf(source: TableSource): Promise<Uint8Array> {
  for await (const chunk of readChunks(source)) return chunk.subarray(0, sampleBytes);
  return new Uint8Array();
}

/** What a person chose holds even where single characters are broken: their cells are flagged, not the file refused. */
async function readChosen(source: TableSource, name: string): Promise<Outcome<TextReading>> {
  const encoding = textEncodings.find((one) => one === name);
  if (encoding === undefined) return failure('IMPORT_ENCODING_UNKNOWN');
  if (await decodesWhole(source, encoding)) return done({ encoding, isLossy: false });
  const isMostly = await decodesMostly(source, encoding);
  return isMostly ? done({ encoding, isLossy: true }) : failure('IMPORT_ENCODING_UNKNOWN');
}

/**
 * Finds the encoding by reading the whole file strictly: mark, then UTF-8, then GB18030 (holds GBK and GB2312) when its
 * characters are ones that people write. Anything else is a question with a best guess, or IMPORT_ENCODING_UNKNOWN when
 * nothing fits. Statistics do not decide: they took mostly-ASCII order files for Big5 or Latin-1. `declared` is what the
 * file says of itself: believed where its bytes agree.
 */
export async function findTextEncoding(
  source: TableSource,
  declared: TextEncoding | null = null,
): Promise<Outcome<TextReading>> {
  if (source.encoding !== undefined) return readChosen(source, source.encoding);
  const marked = markedEncoding(source.head);
  const candidates: readonly TextEncoding[] = marked === null ? ['utf-8', declared ?? 'gb18030'] : [marked];
  const sample = await sampleOf(source);
  for (const encoding of candidates) {
    if (encoding === 'gb18030' && declared === null && !isPlausibleGb18030(sample)) continue;
    if (await decodesWhole(source, encoding)) return done({ encoding, isLossy: false });
  }
  const question = encodingQuestion(sample);
  const [best] = question?.choices ?? [];
  if (question === null || best === undefined) return failure('IMPORT_ENCODING_UNKNOWN');
  return done({ encoding: best.encoding, isLossy: true, question });
}

/** The file as text, in chunks, without a byte order mark. Strict unless the reading says that damage is known. */
export async function* decodedChunks(
  source: TableSource,
  { encoding, isLossy }: TextReading,
  onShare?: ShareListener,
): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder(encoding, { fatal: !isLossy });
  try {
    const chunks = reportShare(readChunks(source), source.sizeBytes, onShare);
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new TableFault(failure('IMPORT_ENCODING_UNKNOWN'));
    throw error;
  }
}
