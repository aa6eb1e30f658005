/** Digits of a PIN: short enough to type on a number pad twenty times a day. */
export const pinDigits = { least: 4, most: 12 } as const;

/** Who may decide for the shop types two more. */
const managerLeast = 6;

export const leastDigits = (role: string): number => (role === 'manager' ? managerLeast : pinDigits.least);

/** Long enough for a manager or not; nothing else of a PIN is ever kept. */
export const pinFormOf = (pin: string): 'short' | 'full' => (pin.length < managerLeast ? 'short' : 'full');

/** Digits only, and none of the PINs everybody tries first: all the same, or in a row up or down. */
export function isUsablePin(pin: string, role: string): boolean {
  if (!/^\d+$/.test(pin) || pin.length < leastDigits(role) || pin.length > pinDigits.most) return false;
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])));
  const [step] = steps;
  return steps.size > 1 || (step !== 0 && step !== 1 && step !== -1);
}

/** No sign that is taken for another in handwriting: neither 0 O 1 I L, nor B S Z U beside 8 5 2 V. 16 of 27 signs: 76 bits. */
export const rescueSigns = 'ACDEFGHJKMNPQRTVWXY23456789';
export const rescueLength = 16;

const groupLength = 4;
const meant: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2', U: 'V' };

/** The signs of a rescue code as somebody typed it: in any case and width, with or without dashes; a look-alike is what it looks like. */
export function readRescueCode(typed: string): string {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return [...signs].map((sign) => meant[sign] ?? sign).join('');
}

/** In groups of four, as it is shown and copied by hand. */
export function groupRescueCode(signs: string): string {
  const groups = signs.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? [];
  return groups.join('-');
}
