import { createHash } from 'node:crypto';

/**
 * KDNiao's DataSign: MD5 over the UTF-8 text and the key, written as 32 lower-case hex characters, and those
 * characters (not the 16 bytes) in Base64: always 44 characters. `requestData` must be the very text that is sent,
 * before any URL encoding. (Vendor interface document, 2022-01; test vectors in the mirrored test.)
 */
export function sign(requestData: string, apiKey: string): string {
  const hex = createHash('md5')
    .update(requestData + apiKey, 'utf8')
    .digest('hex');
  return Buffer.from(hex, 'ascii').toString('base64');
}
