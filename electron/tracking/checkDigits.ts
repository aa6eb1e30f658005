import type { CheckRule } from '../../shared/domain/carriers/carrierRow.ts';

/** Does the check digit of a number that has the rule's form fit? */
export function fitsCheckDigit(rule: CheckRule, waybillNo: string): boolean {
  return rules[rule](waybillNo);
}

/** Sum of the digits, each with the weight at its place; the weights come round again. */
function weighted(digits: string, weights: readonly number[]): number {
  return [...digits].reduce(
    (sum, digit, place) => sum + Number(digit) * (weights[place % weights.length] ?? 0),
    0,
  );
}

/** UPU S10: two letters, eight digits, check digit, country. */
function fitsS10(number: string): boolean {
  const rest = 11 - (weighted(number.slice(2, 10), [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  const wanted = rest === 10 ? 0 : rest === 11 ? 5 : rest;
  return Number(number[10]) === wanted;
}

/** `1Z` and sixteen more; letters count as digits in turn, A as 2. */
function fitsUps(number: string): boolean {
  const digits = number.slice(2, 17).replaceAll(/\D/g, (sign) => String((sign.charCodeAt(0) - 63) % 10));
  return Number(number[17]) === (10 - (weighted(digits, [1, 2]) % 10)) % 10;
}

/** Twelve digits, the last of them modulo 11. */
function fitsFedexExpress(number: string): boolean {
  return Number(number[11]) === (weighted(number.slice(0, 11), [3, 1, 7]) % 11) % 10;
}

/** Fifteen digits, modulo 10 from the right. */
function fitsFedexGround(number: string): boolean {
  const fromRight = Array.from(number.slice(0, 14)).reverse().join('');
  return Number(number[14]) === (10 - (weighted(fromRight, [3, 1]) % 10)) % 10;
}

/** Ten digits: the first nine modulo 7. */
function fitsDhlExpress(number: string): boolean {
  return Number(number[9]) === Number(number.slice(0, 9)) % 7;
}

const rules: Readonly<Record<CheckRule, (number: string) => boolean>> = {
  s10: fitsS10,
  ups: fitsUps,
  'fedex-express': fitsFedexExpress,
  'fedex-ground': fitsFedexGround,
  'dhl-express': fitsDhlExpress,
};
