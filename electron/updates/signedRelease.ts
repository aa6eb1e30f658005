import { createPublicKey, verify } from 'node:crypto';
import {
  mostReleaseBytes,
  type Release,
  releaseSchema,
  signedRelease,
} from '../../shared/domain/updates/release.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';

/** Reads what lies at a feed or beside an installer; `name` is what it is called to a person. */
export function readRelease(text: string, name: string, releaseKey: string): Outcome<Release> {
  const unreadable = failure('UPDATE_UNREADABLE', { name });
  if (text.length > mostReleaseBytes) return unreadable;
  const signed = signedRelease.safeParse(parsed(text));
  if (!signed.success) return unreadable;
  const { release, signature } = signed.data;
  if (!isSigned(release, signature, releaseKey)) return failure('UPDATE_SIGNATURE_WRONG', { name });
  const read = releaseSchema.safeParse(parsed(release));
  return read.success ? done(read.data) : unreadable;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isSigned(release: string, signature: string, x: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, Buffer.from(release, 'utf8'), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
