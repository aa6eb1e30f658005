/**
 * `12.345` with shift 2 → 1235: a decimal text moved by `shift` places and rounded half up, digit by digit, so that no
 * amount ever passes through a double. Null when the text is no plain non-negative decimal or would not fit.
 */
function decimalToInteger(text: string, shift: number): number | null {
  const parts = /^\+?(\d{1,12})(?:\.(\d*))?$|^\+?\.(\d+)$/.exec(text);
  if (parts === null) return null;
  const integer = parts[1] ?? '0';
  const fraction = (parts[2] ?? parts[3] ?? '').padEnd(shift + 1, '0');
  const shifted = Number(integer + fraction.slice(0, shift));
  const value = (fraction[shift] ?? '0') >= '5' ? shifted + 1 : shifted;
  return Number.isSafeInteger(value) ? value : null;
}

type WeightUnit = 'kg' | 'g' | 'jin' | 'lb' | 'oz' | 'ton';

/** A bare number above this is grams: no parcel weighs 200 kg, no order file counts in tons. */
const largestBareKg = 200;
const mostCharacters = 24;
/** 2 tons. Heavier is a mistake. */
const mostGrams = 2_000_000;
/** Exact by definition of the avoirdupois pound and ounce. */
const gramsPerLb = 453.592_37;
const gramsPerOz = 28.349_523_125;

/** The unit a header or a cell names, null when it names none. */
export function weightUnitIn(text: string): WeightUnit | null {
  const plain = text.normalize('NFKC').toLowerCase();
  if (/kg|公斤|千克/.test(plain)) return 'kg';
  if (/斤/.test(plain)) return 'jin';
  if (/吨/.test(plain)) return 'ton';
  if (/磅|(?:^|[^a-z])lbs?(?:$|[^a-z])/.test(plain)) return 'lb';
  if (/盎司|(?:^|[^a-z])oz(?:$|[^a-z])/.test(plain)) return 'oz';
  if (/克|(?:^|[^a-z])g(?:$|[^a-z])/.test(plain)) return 'g';
  return null;
}

function toGrams(number: string, unit: WeightUnit): number | null {
  if (unit === 'g') return decimalToInteger(number, 0);
  if (unit === 'ton') return decimalToInteger(number, 6);
  const thousandths = decimalToInteger(number, 3);
  if (thousandths === null || unit === 'kg') return thousandths;
  if (unit === 'lb') return Math.round((thousandths * gramsPerLb) / 1000);
  if (unit === 'oz') return Math.round((thousandths * gramsPerOz) / 1000);
  // 斤 is half a kilogram.
  return Math.round(thousandths / 2);
}

/** The number of a weight cell (`1.5`, `1.5kg`, `约1.5公斤`), null when there is none. */
function bareNumber(plain: string): string | null {
  return /^[约~]?(\d*\.?\d+|\d+\.)(?:[a-z公千]*[a-z斤克吨磅司]|盎司)?$/i.exec(plain)?.[1] ?? null;
}

/**
 * What a column without any unit counts in, by its values: grams when most of them could be nothing else. Null: the values
 * do not say, each is judged by its size.
 */
export function guessWeightUnit(values: readonly string[]): 'kg' | 'g' | null {
  const numbers = values.flatMap((value) => {
    const number =
      weightUnitIn(value) === null ? bareNumber(value.normalize('NFKC').replace(/[\s,]/g, '')) : null;
    return number === null || Number(number) === 0 ? [] : [Number(number)];
  });
  if (numbers.length === 0) return null;
  const large = numbers.filter((number) => number > largestBareKg).length;
  if (large * 2 > numbers.length) return 'g';
  return large === 0 ? 'kg' : null;
}

/**
 * Weight in grams: unit of the cell, else of the header, else `columnUnit` (what the whole column was found to count in),
 * else by size (over 200: grams, otherwise kilograms). `null`: blank or zero, `undefined`: cannot be read.
 */
export function readWeightGrams(
  text: string,
  header: string,
  columnUnit: WeightUnit | null = null,
): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return null;
  if (plain.length > mostCharacters) return undefined;
  const number = bareNumber(plain);
  if (number === null) return undefined;
  const bySize: WeightUnit = Number(number) > largestBareKg ? 'g' : 'kg';
  const guessed = columnUnit === 'g' ? 'g' : bySize;
  const grams = toGrams(number, weightUnitIn(plain) ?? weightUnitIn(header) ?? guessed);
  if (grams === null || grams > mostGrams) return undefined;
  return grams === 0 ? null : grams;
}

/** Money as files write it (`1,234.50`, `￥12`, `12.00元`, `CNY 3`) to fen. Null when it cannot be read, 0 when blank. */
export function readAmountFen(text: string): number | null {
  if (text === '') return 0;
  const bare = text
    .normalize('NFKC')
    .replace(/[\s¥￥元]|cny|rmb|^(?:人民币|保价|代收)|整$/gi, '')
    .replace(/圆$/, '');
  if (bare === '') return 0;
  // 1.280,50 and 1,28 are no thousands; what they mean cannot be known.
  if (bare.includes(',') && !/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(bare)) return null;
  return decimalToInteger(bare.replaceAll(',', ''), 2);
}

/** More than this is a price or a phone in the wrong column. */
const largestCount = 100_000;

/** As nearly all counts are written. */
const plainCount = /^[1-9]\d{0,4}$/;

/** A count of things (`2`, `2件`, `x3`, `1.00`, `1,200`) of at least one, null when it cannot be read, 1 when blank. */
export function readCount(text: string): number | null {
  if (text === '') return 1;
  if (plainCount.test(text)) return Number(text);
  const bare = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (bare === '') return 1;
  const match = /^(?:[x×*])?(\d{1,6})(?:\.0+)?(?:件|个|包|箱|盒|套|瓶|袋|双|只|条|份|台|pcs)?$/i.exec(bare);
  const count = match === null ? 0 : Number(match[1]);
  return count >= 1 && count <= largestCount ? count : null;
}
