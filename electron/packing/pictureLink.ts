import type { PictureType } from '../../shared/domain/packing/picture.ts';
import { readWebAddress } from '../platform/webAddress.ts';

/** Names that mean a machine of this network, or this one. */
const ownNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|test|invalid)$/;

/**
 * The link of a picture that may be fetched, as it is asked for; null: it may not. An order file is from outside: it leads to no machine of
 * this network, over no open line, and carries no name or password.
 */
export function fetchableLink(link: string): string | null {
  const url = readWebAddress(link);
  if (url === null || url.protocol !== 'https:') return null;
  const { hostname, port, username, password } = url;
  const isNumber = /^[\d.]+$/.test(hostname) || hostname.includes(':') || hostname.startsWith('[');
  if (isNumber || !hostname.includes('.') || ownNames.test(hostname)) return null;
  if (port !== '' || username !== '' || password !== '') return null;
  url.hash = '';
  return url.href;
}

const signatures = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
] as const;

/** By its first bytes, whatever the server says; null: no picture. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const found = signatures.find(([, signs]) => signs.every((sign, at) => bytes[at] === sign));
  if (found !== undefined) return found[0];
  const text = (from: number) => String.fromCharCode(...bytes.subarray(from, from + 4));
  return text(0) === 'RIFF' && text(8) === 'WEBP' ? 'image/webp' : null;
}
