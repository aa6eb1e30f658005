import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { deriveKey, type KeyPurpose, keptPurposes } from './sealing.ts';
import type { SealingKeys, TaggedKey } from './taggedKeys.ts';

const hexKey = z.string().regex(/^[0-9a-f]{64}$/);
const goesOn = ['record of acts', 'lasting columns', ...keptPurposes] as const;

/** The keys that each bench of a shared book knows; a bench that was shut out gets no new ones. */
export const bookKeyListSchema = z.object({
  /** Hex, the newest last. Previous ones open what has not been resealed yet. */
  keys: z.array(hexKey).min(1),
  /** For purposes that continue under the key they began with; absent: the first one. */
  kept: z.partialRecord(z.enum(goesOn), hexKey),
  /** Names, phones and addresses are sealed on the server; chosen when the book is moved there. */
  isPersonalSealed: z.boolean().default(false),
});

export type BookKeyList = z.infer<typeof bookKeyListSchema>;

/** As it is sealed for a bench. */
export const writeKeyList = (list: BookKeyList): string => JSON.stringify(list);

/** Decrypted before it is parsed, so its author knew a key of the book. */
export const readKeyList = (text: string): BookKeyList => bookKeyListSchema.parse(JSON.parse(text));

const keyBytes = 32;
const drawKey = (): string => randomBytes(keyBytes).toString('hex');

/** For a book that is made now. */
export const newBookKeys = (isPersonalSealed = false): BookKeyList => ({
  keys: [drawKey()],
  kept: {},
  isPersonalSealed,
});

/** The keys of an open book. It learns new ones while it is open, so callers must not keep what it returns. */
export interface BookKeys {
  readonly list: BookKeyList;
  /** Identifies the newest key without revealing it. */
  readonly newestTag: string;
  /** From the newest key, or from the one that a purpose continues under. */
  keyFor(purpose: KeyPurpose): KeyObject;
  /** From each key, including previous ones. */
  all(purpose: KeyPurpose): readonly KeyObject[];
  sealing(purpose: KeyPurpose): SealingKeys;
  /** Each key with its tag, the newest last. */
  tagged(purpose: KeyPurpose): TaggedKey[];
  /** The key that a purpose continues under, with its tag. */
  lasting(purpose: 'lasting columns'): TaggedKey;
  knows(tag: string): boolean;
  /** It is known, but no longer the newest. */
  isPrevious(tag: string): boolean;
  /** The same with one more key. */
  renewed(): BookKeyList;
  /** Adds keys left by another bench. false: it knows none of these keys, or not the newest, so no bench of the book wrote it. */
  learn(list: BookKeyList): boolean;
}

const nameOf = (key: string): string =>
  deriveKey(Buffer.from(key, 'hex'), 'key name').export().toString('hex').slice(0, 8);

export function createBookKeys(first: BookKeyList): BookKeys {
  let list = first;
  let byTag = taggedKeys(list);
  let derived = new Map<string, KeyObject>();
  const newest = () => list.keys.at(-1) ?? '';
  const derive = (key: string, purpose: KeyPurpose): KeyObject => {
    const name = `${purpose} ${key}`;
    const found = derived.get(name) ?? deriveKey(Buffer.from(key, 'hex'), purpose);
    derived.set(name, found);
    return found;
  };
  const isKept = (purpose: KeyPurpose): purpose is (typeof goesOn)[number] =>
    (goesOn as readonly KeyPurpose[]).includes(purpose);
  return {
    get list() {
      return list;
    },
    get newestTag() {
      return nameOf(newest());
    },
    keyFor(purpose) {
      if (!isKept(purpose)) return derive(newest(), purpose);
      const fixedKey = list.kept[purpose];
      return fixedKey === undefined
        ? derive(list.keys[0] ?? '', purpose)
        : createSecretKey(Buffer.from(fixedKey, 'hex'));
    },
    all: (purpose) => list.keys.map((key) => derive(key, purpose)),
    sealing: (purpose) => ({
      get newest() {
        return { tag: nameOf(newest()), key: derive(newest(), purpose) };
      },
      byTag(tag) {
        const key = byTag.get(tag);
        return key === undefined ? undefined : derive(key, purpose);
      },
    }),
    tagged: (purpose) => list.keys.map((key) => ({ tag: nameOf(key), key: derive(key, purpose) })),
    lasting(purpose) {
      const key = this.keyFor(purpose);
      return { tag: nameOf(key.export().toString('hex')), key };
    },
    knows: (tag) => byTag.has(tag),
    isPrevious: (tag) => byTag.has(tag) && tag !== nameOf(newest()),
    renewed: () => ({ ...list, keys: [...list.keys, drawKey()] }),
    learn(learned) {
      if (!learned.keys.includes(newest())) return false;
      list = {
        ...learned,
        keys: [...list.keys.filter((key) => !learned.keys.includes(key)), ...learned.keys],
      };
      byTag = taggedKeys(list);
      derived = new Map();
      return true;
    },
  };
}

const taggedKeys = ({ keys }: BookKeyList): Map<string, string> =>
  new Map(keys.map((key) => [nameOf(key), key]));
