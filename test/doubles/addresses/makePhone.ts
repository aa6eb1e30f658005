import type { Chance } from './chance.ts';

export interface MadePhone {
  readonly written: string;
  /** Digits as they are dialled, extension behind a dash. */
  readonly phone: string;
  readonly tags: readonly string[];
}

const areaCodes = [
  '010',
  '021',
  '020',
  '0755',
  '0571',
  '0591',
  '028',
  '0312',
  '0898',
  '0771',
  '0535',
  '0411',
];

function mobileDigits(chance: Chance): string {
  return `1${chance.pick(['30', '35', '38', '39', '50', '55', '58', '70', '76', '77', '80', '86', '88', '91', '99'])}${chance.digits(8)}`;
}

function grouped(chance: Chance, number: string): string {
  const [a, b, c] = [number.slice(0, 3), number.slice(3, 7), number.slice(7)];
  const prefixed = chance.pick([
    '+86',
    '+86 ',
    '86-',
    '86 ',
    '0086',
    '0086-',
    '(+86)',
    '+86-',
    '（86）',
    '86',
  ]);
  return chance.among([
    [6, () => `${a}-${b}-${c}`],
    [6, () => `${a} ${b} ${c}`],
    [2, () => `${a}-${b}${c}`],
    [1, () => `${a}${b} ${c}`],
    [1, () => `${a}.${b}.${c}`],
    [3, () => prefixed + number],
    [2, () => `${prefixed}${a} ${b} ${c}`],
    [1, () => `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6, 9)} ${number.slice(9)}`],
    [1, () => `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`],
    [1, () => `${prefixed}${a}-${b}-${c}`],
  ]);
}

function withExtension(chance: Chance): MadePhone {
  const number = mobileDigits(chance);
  const extension = chance.digits(chance.pick([4, 4, 4, 3, 5]));
  const base = chance.is(0.15) ? grouped(chance, number) : number;
  const written = chance.pick([
    `${base}-${extension}`,
    `${base}-${extension}`,
    `${base}转${extension}`,
    `${base} 转 ${extension}`,
    `${base}#${extension}`,
    `${base} ext.${extension}`,
    `${base}ext ${extension}`,
    `${base}分机${extension}`,
    `${base} 分机号：${extension}`,
    `${base}（转${extension}）`,
    `${base}[${extension}]`,
    `${base}_${extension}`,
    `${base}，转${extension}`,
    `${base}－${extension}`,
    `${base}*${extension}`,
    `${base} - ${extension}`,
    `${base},,${extension}`,
    `${base}转接${extension}`,
  ]);
  return { written, phone: `${number}-${extension}`, tags: ['phone-ext'] };
}

function landline(chance: Chance): MadePhone {
  const area = chance.pick(areaCodes);
  const local = `${chance.int(2, 8)}${chance.digits(area.length === 3 || chance.is(0.6) ? 7 : 6)}`;
  const extension = chance.is(0.2) ? chance.digits(chance.int(3, 4)) : '';
  const half = local.length - 4;
  const written = chance.pick([
    `${area}-${local}`,
    `${area}-${local}`,
    `${area}${local}`,
    `(${area})${local}`,
    `（${area}）${local}`,
    `${area} ${local}`,
    `${area}-${local.slice(0, half)} ${local.slice(half)}`,
    `${area}-${local.slice(0, half)}-${local.slice(half)}`,
    `+86 ${area.slice(1)} ${local}`,
    `0086-${area.slice(1)}-${local}`,
  ]);
  const tail = extension === '' ? '' : chance.pick([`-${extension}`, `转${extension}`, ` 转 ${extension}`]);
  return {
    written: written + tail,
    phone: `${area}-${local}${extension === '' ? '' : `-${extension}`}`,
    tags: ['landline', ...(extension === '' ? [] : ['phone-ext'])],
  };
}

function serviceNumber(chance: Chance): MadePhone {
  const digits = `${chance.pick(['400', '400', '800'])}${chance.digits(7)}`;
  const [a, b, c] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  const written = chance.pick([
    `${a}-${b}-${c}`,
    `${a}-${b}-${c}`,
    digits,
    `${a} ${b} ${c}`,
    `${a}-${digits.slice(3, 7)}-${digits.slice(7)}`,
    `${a}${digits.slice(3, 7)} ${digits.slice(7)}`,
  ]);
  return { written, phone: `${a}-${b}-${c}`, tags: ['400-number', 'landline'] };
}

const fullWidth = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

export function makePhone(chance: Chance): MadePhone {
  return chance.among<MadePhone>([
    [
      52,
      () => {
        const phone = mobileDigits(chance);
        return { written: phone, phone, tags: [] };
      },
    ],
    [
      16,
      () => {
        const phone = mobileDigits(chance);
        return { written: grouped(chance, phone), phone, tags: ['phone-format'] };
      },
    ],
    [14, () => withExtension(chance)],
    [8, () => landline(chance)],
    [6, () => serviceNumber(chance)],
    [
      2,
      () => {
        const phone = mobileDigits(chance);
        return { written: fullWidth(phone), phone, tags: ['fullwidth'] };
      },
    ],
    [
      3,
      () => {
        const phone = mobileDigits(chance);
        const other = mobileDigits(chance);
        const separator = chance.pick(['/', ' ', '，', '、', ' 或 ', ' / ']);
        return { written: `${phone}${separator}${other}`, phone, tags: ['two-phones'] };
      },
    ],
  ]);
}

/** A number that digits with nothing between them can be told apart from: no groups, no second number. */
export function makeGluedPhone(chance: Chance): MadePhone {
  const phone = mobileDigits(chance);
  return chance.is(0.9)
    ? { written: phone, phone, tags: [] }
    : (() => {
        const made = landline(chance);
        const digits = made.phone.replace('-', '').split('-')[0] ?? '';
        return { written: digits, phone: made.phone.split('-').slice(0, 2).join('-'), tags: ['landline'] };
      })();
}
