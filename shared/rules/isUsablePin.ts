/** Digits of a PIN: short enough to type on a number pad twenty times a day. */
export const pinDigits = { least: 4, most: 12 } as const;

/** Digits only, and none of the PINs everybody tries first: all the same, or in a row up or down. */
export function isUsablePin(pin: string): boolean {
  if (!/^\d+$/.test(pin) || pin.length < pinDigits.least || pin.length > pinDigits.most) return false;
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])));
  const [step] = steps;
  return steps.size > 1 || (step !== 0 && step !== 1 && step !== -1);
}
