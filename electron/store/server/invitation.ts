import { createHash, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { serverAddressSchema } from './serverAddress.ts';

/** What one more PC needs to reach the book; its key lies on the server, wrapped under a secret that stands here alone. */
const invitationSchema = z.object({
  address: serverAddressSchema,
  workspaceId: z.string(),
  isPractice: z.boolean(),
  secret: z.string().regex(/^[0-9a-f]{64}$/),
});

export type Invitation = z.infer<typeof invitationSchema>;

const secretBytes = 32;
/** A certificate, an address and a secret are a tenth of it. */
const mostCharacters = 60_000;
const mark = 'SHIPDESK1-';
const sumLength = 8;

export const drawSecret = (): string => randomBytes(secretBytes).toString('hex');

/** One line of letters, digits, `-` and `_`: it is pasted, not typed. */
export function writeInvitation(invitation: Invitation): string {
  const body = deflateRawSync(JSON.stringify(invitation)).toString('base64url');
  return `${mark}${body}${sumOf(body)}`;
}

/** null: cut off, mistyped, or something else. Line breaks that a mail has put in do no harm. */
export function readInvitation(typed: string): Invitation | null {
  const code = typed.replace(/\s/g, '');
  if (!code.startsWith(mark) || code.length > mostCharacters) return null;
  const body = code.slice(mark.length, -sumLength);
  if (sumOf(body) !== code.slice(-sumLength)) return null;
  try {
    const text = inflateRawSync(Buffer.from(body, 'base64url'), { maxOutputLength: mostCharacters });
    return invitationSchema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    return null;
  }
}

/** Tells a slip, no more: what an invitation says proves itself by the key that it opens. */
const sumOf = (body: string): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, sumLength);

/** By which the server finds the key. Neither this nor the key says anything of the secret, of 256 random bits. */
export const digestOf = ({ secret }: Pick<Invitation, 'secret'>): string =>
  derived(secret, 'digest').export().toString('hex');

/** Under which the key of the book is wrapped. */
export const wrappingKey = ({ secret }: Pick<Invitation, 'secret'>): KeyObject => derived(secret, 'key');

const derived = (secret: string, what: 'digest' | 'key'): KeyObject =>
  createSecretKey(
    Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', `shipdesk invitation ${what} v1`, 32)),
  );
