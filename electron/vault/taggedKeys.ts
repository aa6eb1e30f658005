import type { KeyObject } from 'node:crypto';
import { deriveKey, type KeyPurpose, openBytes, sealBytes } from './sealing.ts';

/** A key among several of one purpose. */
export interface TaggedKey {
  /** Prefix of what it has sealed; empty: there is no other key. */
  readonly tag: string;
  readonly key: KeyObject;
}

/** Keys of one purpose: the newest seals, and each opens what it has sealed. */
export interface SealingKeys {
  readonly newest: TaggedKey;
  /** undefined: an unknown key. */
  byTag(tag: string): KeyObject | undefined;
}

/** For a workspace with one key. */
export function onlyKey(dataKey: Uint8Array, purpose: KeyPurpose): SealingKeys {
  const key = deriveKey(dataKey, purpose);
  return { newest: { tag: '', key }, byTag: (tag) => (tag === '' ? key : undefined) };
}

/** Base64 has no colon. */
const tagForm = /^([0-9a-f]{8}):/;

/** The tag of the key that sealed it; empty: from when there was only one. */
export const tagOf = (sealed: string): string => tagForm.exec(sealed)?.[1] ?? '';

export function sealTagged({ newest }: SealingKeys, plain: string | Uint8Array, boundTo: string): string {
  const sealed = sealBytes(newest.key, plain, boundTo).toString('base64');
  return newest.tag === '' ? sealed : `${newest.tag}:${sealed}`;
}

/** null: altered, moved, or sealed with a key that is not among these. */
export function openTagged(keys: SealingKeys, sealed: string, boundTo: string): Buffer | null {
  const tag = tagOf(sealed);
  const body = tag === '' ? sealed : sealed.slice(tag.length + 1);
  const key = keys.byTag(tag);
  return key === undefined ? null : openBytes(key, Buffer.from(body, 'base64'), boundTo);
}
