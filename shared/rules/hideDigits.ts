export interface DigitMask {
  readonly keepHead: number;
  readonly keepTail: number;
  /** Wins over both: the head gives way last, the tail first. */
  readonly hideAtLeast: number;
}

/** Replaces the middle digits of a number by asterisks; every character that is no digit stays where it is. */
export function hideDigits(text: string, mask: DigitMask): string {
  const digitCount = text.replace(/\D/g, '').length;
  const mayKeep = Math.max(0, digitCount - mask.hideAtLeast);
  const keepHead = Math.min(mask.keepHead, mayKeep);
  const keepTail = Math.min(mask.keepTail, mayKeep - keepHead);
  let seen = 0;
  return text.replace(/\d/g, (digit) => {
    seen += 1;
    return seen <= keepHead || seen > digitCount - keepTail ? digit : '*';
  });
}
