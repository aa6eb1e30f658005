import { groupRescueCode, readRescueCode, rescueSigns } from './signInCodes.ts';

/** 23 signs that are drawn and one that checks them: 109 bits, more than anybody will ever try. */
export const recoveryLength = 24;

/** Weights that share no factor with the 27 signs: one wrong sign, or two neighbours swapped, never add up. */
const weightOf = (place: number): number => (place % 2 === 0 ? 1 : 2);

function sumOf(signs: string): number {
  const values = [...signs].map((sign, place) => weightOf(place) * rescueSigns.indexOf(sign));
  return values.reduce((sum, value) => sum + value, 0) % rescueSigns.length;
}

/** The sign that makes a code of these drawn signs add up. */
function checkSign(drawn: string): string {
  const found = [...rescueSigns].find((sign) => sumOf(drawn + sign) === 0);
  if (found === undefined) throw new Error('no sign makes the code add up');
  return found;
}

/** A recovery code, in groups as it is shown: `draw` gives a place in the alphabet below its length. */
export function drawRecoveryCode(draw: (signCount: number) => number): string {
  const drawn = Array.from({ length: recoveryLength - 1 }, () => rescueSigns[draw(rescueSigns.length)]);
  const signs = drawn.join('');
  return groupRescueCode(signs + checkSign(signs));
}

/**
 * The signs of a recovery code as somebody typed it: any case and width, with or without blanks and dashes, a look-alike
 * for what it looks like. null: signs are missing, too many or mistyped.
 */
export function readRecoveryCode(typed: string): string | null {
  const signs = readRescueCode(typed);
  const isWhole = signs.length === recoveryLength && [...signs].every((sign) => rescueSigns.includes(sign));
  return isWhole && sumOf(signs) === 0 ? signs : null;
}
