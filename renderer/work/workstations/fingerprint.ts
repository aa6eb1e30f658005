/** As tools of servers print it: pairs of digits between colons. */
export const shownFingerprint = (digits: string): string =>
  digits.toUpperCase().match(/../g)?.join(':') ?? '';
