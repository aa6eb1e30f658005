import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { BookKeyList, BookKeys } from './bookKeys.ts';

/** Before what is sealed. Who writes this sign into a text is taken at their word only where it opens. */
const mark = '\u0001';
const markCode = 1;
const nonceBytes = 12;
const gcmBytes = 16;
/** Mark, 8 digits that name the key, colon. */
const headLength = 10;

/** `renewed`: resealed when the book gets another key · `lasting`: stays under the first one. */
export type TextKind = 'renewed' | 'lasting';

/**
 * Text of a column whose rows are still compared: the same text gives the same sealed one under one key (the nonce is made from it), so
 * that equality, groups and unique keys hold. Whoever reads it learns which rows are alike, and how long their text is. An empty text
 * stays empty.
 */
export interface TextSeal {
  seal(plain: string, kind: TextKind): string;
  /** All that may stand for this text: under the newest key first, and under each that it had before. */
  alike(plain: string, kind: TextKind): readonly string[];
  /** There were other keys, and something may still be sealed by one of them. */
  readonly hasPreviousKeys: boolean;
  /** What each text that the newest key has sealed begins with. */
  readonly head: string;
  /** What is not sealed is given back as it is. null: altered, or of another key. */
  open(text: string): string | null;
}

interface Key {
  readonly head: string;
  readonly text: KeyObject;
  readonly nonce: KeyObject;
}

interface SealKeys {
  readonly list: BookKeyList;
  /** The newest first. */
  readonly renewed: readonly [Key, ...Key[]];
  readonly lasting: readonly [Key];
  readonly byHead: ReadonlyMap<string, Key>;
}

/** Does it look like one that was sealed? Asked of every text that is read. */
export const isSealedText = (text: string): boolean => text.charCodeAt(0) === markCode;

export function createTextSeal(book: BookKeys): TextSeal {
  let known = ringOf(book);
  // Another bench may give the book a key at any time.
  const ring = () => {
    if (known.list !== book.list) known = ringOf(book);
    return known;
  };
  const open = (text: string): string | null => {
    if (!isSealedText(text)) return text;
    const key = ring().byHead.get(text.slice(0, headLength));
    return key === undefined ? null : openText(key, Buffer.from(text.slice(headLength), 'base64'));
  };
  const staysAsItIs = (text: string) => text === '' || (isSealedText(text) && open(text) !== null);
  return {
    seal: (plain, kind) => (staysAsItIs(plain) ? plain : sealText(ring()[kind][0], plain)),
    alike: (plain, kind) => (staysAsItIs(plain) ? [plain] : ring()[kind].map((key) => sealText(key, plain))),
    open,
    get hasPreviousKeys() {
      return ring().renewed.length > 1;
    },
    get head() {
      return ring().renewed[0].head;
    },
  };
}

function ringOf(book: BookKeys): SealKeys {
  const tagged = book.tagged('personal columns').map(({ tag, key }) => keyOf(tag, key));
  const [newest, ...previous] = tagged.reverse();
  if (newest === undefined) throw new Error('a book without a key');
  const { tag, key } = book.lasting('lasting columns');
  const lasting = keyOf(tag, key);
  const byHead = new Map([lasting, newest, ...previous].map((one) => [one.head, one]));
  return { list: book.list, renewed: [newest, ...previous], lasting: [lasting], byHead };
}

function keyOf(tag: string, key: KeyObject): Key {
  const half = (name: string) => createSecretKey(createHmac('sha256', key).update(name).digest());
  return { head: `${mark}${tag}:`, text: half('text'), nonce: half('nonce') };
}

function sealText({ head, text, nonce: nonceKey }: Key, plain: string): string {
  const nonce = createHmac('sha256', nonceKey).update(plain).digest().subarray(0, nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', text, nonce);
  const body = cipher.update(plain, 'utf8');
  cipher.final();
  return head + Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64');
}

function openText({ text }: Key, bytes: Buffer): string | null {
  if (bytes.length < nonceBytes + gcmBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', text, bytes.subarray(0, nonceBytes), {
    authTagLength: gcmBytes,
  });
  decipher.setAuthTag(bytes.subarray(bytes.length - gcmBytes));
  try {
    const plain = decipher.update(bytes.subarray(nonceBytes, bytes.length - gcmBytes));
    decipher.final();
    return plain.toString('utf8');
  } catch {
    return null;
  }
}
