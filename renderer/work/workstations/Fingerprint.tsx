import { Fragment } from 'react';

/** As tools of servers print it: pairs of digits between colons. */
export const shownFingerprint = (digits: string): string =>
  digits.toUpperCase().match(/../g)?.join(':') ?? '';

/** Its lines end between two pairs, so that it can be compared pair by pair. */
export function Fingerprint({ digits }: { readonly digits: string }) {
  return shownFingerprint(digits)
    .split(':')
    .map((pair, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: pairs are equal at times and never change places
      <Fragment key={index}>
        {index > 0 && ':'}
        {index > 0 && <wbr />}
        {pair}
      </Fragment>
    ));
}
