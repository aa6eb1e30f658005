import type { BoxSizeMm, OrderWishes, PaymentKind } from '../../../shared/domain/intake/orderWishes.ts';

/** Half-width, without blanks. */
const plainOf = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const isNone = (text: string): boolean =>
  /^(?:否|不需要|不要|不|无|没有|未开通|0|no|n|none|false|-+|—+)$/i.test(text);
const isPlainYes = (text: string): boolean => /^(?:是|需要|要|有|1|yes|y|true|√|✓)$/i.test(text);

const payments: readonly (readonly [RegExp, PaymentKind])[] = [
  [/第三方/, 'third-party'],
  [/月结|月付|^monthly$/i, 'monthly'],
  [/到付|(?:收件?|收货)[人方]付|^(?:receiver|consignee)$/i, 'receiver'],
  [/寄付|现付|现结|(?:寄件?|发件?|发货)[人方]付|^(?:sender|shipper)$/i, 'sender'],
];

/** Who pays the carrier; undefined: the text does not say, as where it tells how the buyer paid the shop. */
export function readPayment(text: string): PaymentKind | undefined {
  const plain = plainOf(text);
  if (/货到付款/.test(plain)) return undefined;
  const known = payments.find(([pattern]) => pattern.test(plain));
  return known?.[1] ?? (plain.toLowerCase() === 'third-party' ? 'third-party' : undefined);
}

const mostProductCharacters = 40;

/** 业务类型 is also a column of shops: only what may be a carrier's product is kept as one. */
export function readProduct(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const isProduct =
    /^\d{1,4}$/.test(plain) ||
    /[快速达特标冷航陆空卡]|次日|隔日|当日|即日|生鲜|大件|重货|小件|包裹/.test(plain);
  return isProduct && plain.length <= mostProductCharacters ? plain : '';
}

/** A contract number: letters, digits and dashes. Empty: it is none. */
export function readMonthlyCard(text: string): string {
  const plain = plainOf(text).replace(/^['’]/, '');
  return /^[\w-]{4,30}$/.test(plain) ? plain : '';
}

const mostSlipCharacters = 60;

/** What is wanted of the signed receipt that is to come back, empty: nothing in particular; null: none is wanted. */
export function readReturnSlip(text: string): string | null {
  const plain = text.trim();
  if (plain === '' || isNone(plainOf(plain))) return null;
  return isPlainYes(plainOf(plain)) ? '' : plain.slice(0, mostSlipCharacters);
}

const mostServices = 10;

/** `IN26=1；SafeMail:3`: services by the carrier's own names, each once. */
export function readServices(text: string): NonNullable<OrderWishes['services']> {
  const services = new Map<string, string>();
  for (const part of text.normalize('NFKC').split(/[;,、\n|]/)) {
    const [, name = '', value = ''] = /^\s*([^=:]+?)\s*(?:[=:]\s*(.*?)\s*)?$/.exec(part) ?? [];
    if (name !== '' && !isNone(plainOf(name)) && !isNone(value) && services.size < mostServices)
      services.set(name, value);
  }
  return [...services].map(([name, value]) => ({ name, value }));
}

interface ReadVolume {
  readonly volumeCm3: number;
  readonly sizeMm?: BoxSizeMm;
}

/** A hundred cubic metres fill more than a lorry: a slip of the hand. */
const mostCm3 = 100_000_000;

/** Cubic centimetres of one of the unit. What is smaller than a box or larger than a room says which it must be. */
function cm3PerUnit(number: number, words: string): number | null {
  if (/cm\^?3|立方厘米|毫升|ml|cc/.test(words)) return 1;
  if (/dm\^?3|立方分米|升|(?:^|[^a-z])l(?:$|[^a-z])/.test(words)) return 1_000;
  if (/m\^?3|立方|方|cbm/.test(words)) return 1_000_000;
  if (number < 5) return 1_000_000;
  return number >= 100 ? 1 : null;
}

const millimetresOf: Readonly<Record<string, number>> = {
  mm: 1,
  毫米: 1,
  cm: 10,
  厘米: 10,
  公分: 10,
  m: 1_000,
  米: 1_000,
};

/** Of a side without a unit of its own: that of the header, else centimetres. */
export function sideMm(text: string, header: string): number | null {
  const [, number = '', own = ''] = /^(\d*\.?\d+)(mm|cm|m|毫米|厘米|公分|米)?$/i.exec(plainOf(text)) ?? [];
  if (number === '') return null;
  const [named = ''] = /mm|毫米|cm|厘米|公分|(?<![a-z])m(?![a-z])|米/i.exec(plainOf(header)) ?? [];
  const side = Math.round(Number(number) * (millimetresOf[(own || named).toLowerCase()] ?? 10));
  return side > 0 && side <= 20_000 ? side : null;
}

export function volumeOf([lengthMm, widthMm, heightMm]: BoxSizeMm): number {
  return Math.max(1, Math.round((lengthMm * widthMm * heightMm) / 1_000));
}

/** `30*20*10cm`, `0.02m³`, `6000`, `6升`; null: blank or zero, undefined: cannot be read. */
export function readVolume(text: string, header = ''): ReadVolume | null | undefined {
  const plain = plainOf(text).toLowerCase();
  if (plain === '' || isNone(plain)) return null;
  const sides = plain.split(/[*x×✕]/);
  if (sides.length === 3) {
    const unit = /(?:mm|cm|m|毫米|厘米|公分|米)$/.exec(plain)?.[0] ?? header;
    const [length, width, height] = sides.map((side) => sideMm(side, unit));
    if (length == null || width == null || height == null) return undefined;
    const sizeMm: BoxSizeMm = [length, width, height];
    return { volumeCm3: volumeOf(sizeMm), sizeMm };
  }
  const [, digits = '', unit = ''] = /^((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)(\D*\d?)$/.exec(plain) ?? [];
  const number = Number(digits.replaceAll(',', '') || Number.NaN);
  if (!Number.isFinite(number)) return undefined;
  if (number === 0) return null;
  const each = cm3PerUnit(number, unit === '' ? plainOf(header).toLowerCase() : unit);
  const volumeCm3 = each === null ? 0 : Math.round(number * each);
  return volumeCm3 >= 1 && volumeCm3 <= mostCm3 ? { volumeCm3 } : undefined;
}
