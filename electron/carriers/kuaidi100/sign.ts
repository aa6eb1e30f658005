import { createHash } from 'node:crypto';

function upperMd5(text: string): string {
  return createHash('md5').update(text, 'utf8').digest('hex').toUpperCase();
}

/** Query family. All three: parts joined without separator, MD5 as 32 upper-case hex characters; `param` as it is sent. */
export function signQuery(param: string, key: string, customer: string): string {
  return upperMd5(param + key + customer);
}

/** Label, address, arrival, price and reach. `t` is the time of the call in ms, as text. */
export function signLabel(param: string, t: string, key: string, secret: string): string {
  return upperMd5(param + t + key + secret);
}

/** What the platform pushes to us; the salt was given to it when subscribing. */
export function signPush(param: string, salt: string): string {
  return upperMd5(param + salt);
}
