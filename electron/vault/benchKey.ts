import { createECDH, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { openBytes, sealBytes } from './sealing.ts';

/** Curve of each bench's key pair: supported by the window's runtime too. */
const curve = 'prime256v1';
const publicBytes = 65;

/** The private half, base64: it stays on its bench. */
export function drawBenchKey(): string {
  const pair = createECDH(curve);
  pair.generateKeys();
  return pair.getPrivateKey('base64');
}

/** The public half, with which others seal for the bench, base64. */
export const publicOf = (benchKey: string): string => pairOf(benchKey).getPublicKey('base64');

function pairOf(benchKey: string) {
  const pair = createECDH(curve);
  pair.setPrivateKey(benchKey, 'base64');
  return pair;
}

/** Only the holder of the private half can open it: each message has its own pair. Throws when `publicKey` is invalid. */
export function sealFor(publicKey: string, plain: string, boundTo: string): string {
  const pair = createECDH(curve);
  const own = pair.generateKeys();
  const key = commonKey(pair.computeSecret(publicKey, 'base64'), own);
  return Buffer.concat([own, sealBytes(key, plain, boundTo)]).toString('base64');
}

/** null: altered, or sealed for another bench. */
export function openSealedFor(benchKey: string, sealed: string, boundTo: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  const sender = bytes.subarray(0, publicBytes);
  try {
    const key = commonKey(pairOf(benchKey).computeSecret(sender), sender);
    return openBytes(key, bytes.subarray(publicBytes), boundTo)?.toString('utf8') ?? null;
  } catch {
    // Not a point on the curve.
    return null;
  }
}

const commonKey = (secret: Uint8Array, sender: Uint8Array): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, sender, 'shipdesk bench key v1', 32)));
