import { createHash } from 'node:crypto';

/** Java's URLEncoder: a space is `+`, unreserved are only letters, digits and `. - _ *`. */
function javaUrlEncode(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * SF's msgDigest: data, timestamp and checkword in one text, URL-encoded as Java does, then MD5 and the 16 bytes (not
 * their hex) in Base64: always 24 characters. Accounts may be set to `plain` in SF's console: the same without encoding.
 */
export function sign(
  msgData: string,
  timestamp: string,
  checkword: string,
  mode: 'standard' | 'plain' = 'standard',
): string {
  const text = msgData + timestamp + checkword;
  return createHash('md5')
    .update(mode === 'plain' ? text : javaUrlEncode(text), 'utf8')
    .digest('base64');
}
