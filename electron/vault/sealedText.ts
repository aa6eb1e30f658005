import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { BookKeyList, BookKeys } from './bookKeys.ts';

/** Prefix of sealed text. A text that a person begins with this character is only believed if it opens. */
const mark = '\u0001';
const markCode = 1;
const nonceBytes = 12;
const gcmBytes = 16;
/** Mark, 8 digits of the key's tag, colon. */
const headLength = 10;

/** `renewed`: resealed when the book gets another key · `lasting`: stays under the first one. */
export type TextKind = 'renewed' | 'lasting';

/**
 * Text of a column whose rows are still compared: under one key the same text gives the same sealed one (the nonce is derived from it), so
 * equality, groups and unique keys work. A reader learns which rows are equal, and the length of their text. An empty text stays empty.
 */
export interface TextSeal {
  seal(plain: string, kind: TextKind): string;
  /** All forms in which this text may be stored: under the newest key first, then under each previous one. */
  alike(plain: string, kind: TextKind): readonly string[];
  /** There were other keys, and something may still be sealed with one of them. */
  readonly hasPreviousKeys: boolean;
  /** The prefix of every text sealed with the newest key. */
  readonly head: string;
  /** Text that is not sealed is returned as it is. null: altered, or of another key. */
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

/** Does it look sealed? Checked for every text that is read. */
export const isSealedText = (text: string): boolean => text.charCodeAt(0) === markCode;

export function createTextSeal(book: BookKeys): TextSeal {
  let known = ringOf(book);
  // Another bench may add a key to the book at any time.
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
