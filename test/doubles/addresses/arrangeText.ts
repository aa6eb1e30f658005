import type { Chance } from './chance.ts';
import { chatLeads, chatTails } from './streetWords.ts';

/** The pieces of one address, ready to be put in order. */
export interface Pieces {
  /** Region and street in one, as it is written. */
  readonly address: string;
  readonly region: string;
  readonly street: string;
  readonly name: string;
  readonly phone: string;
  /** Postcode, identity number, order number: in front, behind or nowhere. */
  readonly front: string;
  readonly back: string;
}

export interface Arranged {
  readonly text: string;
  readonly tags: readonly string[];
}

const separators = [
  ' ',
  ' ',
  ' ',
  '，',
  '，',
  ',',
  ', ',
  '\n',
  '\n',
  '\t',
  ' | ',
  '|',
  '/',
  '；',
  '、',
  '  ',
  '——',
];

function joined(chance: Chance, parts: readonly string[]): Arranged {
  const separator = chance.pick(separators);
  const tag =
    separator === '\n'
      ? 'multiline'
      : separator === '\t'
        ? 'tabs'
        : separator.trim() === ''
          ? 'spaces'
          : 'punct';
  return { text: parts.filter((part) => part !== '').join(separator), tags: [tag] };
}

function orders(pieces: Pieces, chance: Chance): { readonly parts: string[]; readonly tag: string } {
  const { address, name, phone, front, back } = pieces;
  const order = chance.pick(['npa', 'npa', 'npa', 'anp', 'anp', 'anp', 'nap', 'apn', 'pan', 'pna', 'apn']);
  const by: Record<string, string> = { n: name, p: phone, a: address };
  const parts = [front, ...Array.from(order, (letter) => by[letter] ?? ''), back];
  const tag = order.endsWith('n') ? 'name-last' : order.startsWith('p') ? 'phone-first' : 'usual-order';
  return { parts, tag };
}

function separated(chance: Chance, pieces: Pieces): Arranged {
  const { parts, tag } = orders(pieces, chance);
  const made = joined(chance, parts);
  return { text: made.text, tags: [...made.tags, tag] };
}

/** Blank between two of the parts, nothing or a comma between the others. */
function uneven(chance: Chance, pieces: Pieces): Arranged {
  const { parts, tag } = orders(pieces, chance);
  const written = parts.filter((part) => part !== '');
  const text = written
    .map((part, index) => (index === 0 ? part : chance.pick([' ', '，', ',', '  ', ' ，']) + part))
    .join('');
  return { text, tags: [tag, 'uneven'] };
}

export function arrangeGlued(chance: Chance, pieces: Pieces): Arranged {
  const { address, name, phone } = pieces;
  return chance.among<Arranged>([
    [3, () => ({ text: `${address}${name}${phone}`, tags: ['no-sep', 'no-sep-name-after'] })],
    [3, () => ({ text: `${name}${phone}${address}`, tags: ['no-sep'] })],
    [1, () => ({ text: `${address}${phone}${name}`, tags: ['no-sep', 'name-last'] })],
    [1, () => ({ text: `${phone}${name} ${address}`, tags: ['half-glued'] })],
    [2, () => ({ text: `${name}${phone} ${address}`, tags: ['half-glued'] })],
    [2, () => ({ text: `${address} ${name}${phone}`, tags: ['half-glued'] })],
    [2, () => ({ text: `${address}${name} ${phone}`, tags: ['half-glued', 'no-sep-name-after'] })],
    [1, () => ({ text: `${name} ${address}${phone}`, tags: ['half-glued'] })],
  ]);
}

const nameLabels = [
  '收货人',
  '收件人',
  '姓名',
  '联系人',
  '收货人姓名',
  '收件人姓名',
  '名字',
  '收 货 人',
  '收貨人',
  'Name',
  'Receiver',
  'Contact',
  '买家',
  '客户姓名',
  '顾客',
];
const phoneLabels = [
  '电话',
  '手机',
  '手机号',
  '手机号码',
  '联系电话',
  '联系方式',
  '收货电话',
  '收件人电话',
  '电 话',
  '電話',
  'Phone',
  'Tel',
  'TEL',
  'Mobile',
  '收货人手机',
  '手机号码/电话',
];
const addressLabels = [
  '地址',
  '收货地址',
  '详细地址',
  '收件地址',
  '收件人地址',
  '联系地址',
  '送货地址',
  '地 址',
  '地址信息',
  'Address',
  'Add',
  '收貨地址',
];
const colons = ['：', '：', ':', ': ', '： ', ' ：', ' ', '=', '】', ''];

function labelled(chance: Chance, pieces: Pieces): Arranged {
  const english = chance.is(0.12);
  const choose = (words: readonly string[]): string =>
    chance.pick(words.filter((word) => english === /^[A-Za-z]+$/.test(word)));
  const colon = english ? chance.pick([': ', ':', '：']) : chance.pick(colons);
  const dress = (label: string, value: string): string =>
    value === '' ? '' : `${colon === '】' ? '【' : ''}${label}${colon}${value}`;
  const regionApart = chance.is(0.25) && pieces.region !== '';
  const where = regionApart
    ? [
        dress(chance.pick(['所在地区', '地区', '省市区', '所在省市']), pieces.region),
        dress(choose(addressLabels), pieces.street),
      ]
    : [dress(choose(addressLabels), pieces.address)];
  const name = dress(choose(nameLabels), pieces.name);
  const phone = dress(choose(phoneLabels), pieces.phone);
  const parts = chance.is(0.7)
    ? [name, phone, ...where]
    : chance.is(0.5)
      ? [...where, name, phone]
      : [name, ...where, phone];
  const separator = chance.pick(
    colon === '' || colon === ' ' ? ['\n', '，', ', '] : ['\n', '\n', ' ', '，', '  ', ',', '；', ';'],
  );
  return {
    text: parts.filter((part) => part !== '').join(separator),
    tags: ['labels', ...(english ? ['english-label'] : []), ...(separator === '\n' ? ['multiline'] : [])],
  };
}

function chatted(chance: Chance, pieces: Pieces): Arranged {
  const made = chance.is(0.7) ? separated(chance, pieces) : labelled(chance, pieces);
  const lead = chance.is(0.6) ? chance.pick(chatLeads) : '';
  const tail =
    lead === '' || chance.is(0.4) ? `${chance.pick([' ', '，', '\n', '。'])}${chance.pick(chatTails)}` : '';
  const emoji = chance.is(0.15) ? chance.pick(['📦', '😊', '🙏', '🎉']) : '';
  return { text: `${emoji}${lead}${made.text}${tail}`, tags: [...made.tags, 'noise', 'chat-text'] };
}

function bracketed(_chance: Chance, pieces: Pieces): Arranged {
  const { name, phone, address } = pieces;
  return { text: `【${name}】【${phone}】【${address}】`.replaceAll('【】', ''), tags: ['brackets'] };
}

/** 华阳路街道孟庄路23号，山东省青岛市市北区. */
function shuffled(chance: Chance, pieces: Pieces): Arranged {
  const { name, phone, street, region } = pieces;
  const parts = chance.pick([
    [name, phone, street, region],
    [street, region, name, phone],
    [name, street, region, phone],
  ]);
  const separator = chance.pick([' ', '，', ',', '\n']);
  return { text: parts.filter((part) => part !== '').join(separator), tags: ['shuffled'] };
}

/** Puts the pieces into one of the ways in which they are sent. */
export function arrangeText(chance: Chance, pieces: Pieces): Arranged {
  const canShuffle = pieces.region !== '' && pieces.street !== '';
  return chance.among<Arranged>([
    [50, () => separated(chance, pieces)],
    [10, () => uneven(chance, pieces)],
    [14, () => labelled(chance, pieces)],
    [10, () => chatted(chance, pieces)],
    [2, () => bracketed(chance, pieces)],
    [canShuffle ? 3 : 0, () => shuffled(chance, pieces)],
  ]);
}
