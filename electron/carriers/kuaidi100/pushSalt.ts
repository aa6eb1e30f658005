import { createHmac } from 'node:crypto';
import type { PlatformAccount } from '../kit/carrierPlatform.ts';

/** The salt told when subscribing. Without one of the account's own it follows from the secret: no push is ever unsigned. */
export function pushSalt({ fields, secret }: PlatformAccount): string {
  return fields.salt || createHmac('sha256', secret).update('push salt').digest('hex').slice(0, 32);
}
