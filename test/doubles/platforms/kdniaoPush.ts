import { createHash } from 'node:crypto';

/** A push as KDNiao posts it: form fields, the signature as it stands (not encoded) for 101 and 102. */
export function kdniaoPush(requestType: string, payload: unknown, apiKey: string): string {
  const data = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const hex = createHash('md5')
    .update(data + apiKey, 'utf8')
    .digest('hex');
  const dataSign = Buffer.from(hex, 'ascii').toString('base64');
  return `RequestData=${encodeURIComponent(data)}&RequestType=${requestType}&DataSign=${dataSign}`;
}
