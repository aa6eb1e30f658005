import { readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import { type OrderWishes, type WishField, wishFields } from '../../../shared/domain/intake/orderWishes.ts';
import { type SaleFacts, type SaleField, saleFields } from '../../../shared/domain/intake/saleFacts.ts';
import { articleName, type OrderItem } from '../../../shared/domain/order.ts';
import { emptyParty, type Party } from '../../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Divisions } from '../../addresses/divisions/loadDivisions.ts';
import { readAmountFen, readCount, readWeightGrams } from '../../imports/kit/quantities.ts';
import {
  readMonthlyCard,
  readPayment,
  readReturnSlip,
  readServices,
  readVolume,
} from '../../imports/kit/wishTexts.ts';
import type { OrderPatch } from '../../store/orders/orderRepository.ts';
import type { Order } from '../../store/schema.ts';
import { itemColumnsOf, itemsOf, receiverOf } from './order.ts';
import { saleColumnsOf, saleOf } from './sale.ts';
import { senderFromText, wishesOf, writeWishes } from './wishes.ts';

/** The new values, by displayed field name. */
export type OrderChanges = Readonly<Record<string, string>>;

/** An edit in the form one order needs. */
export interface ReadEdit {
  readonly receiver: Party;
  /** Editing any part of the receiver confirms all of it. */
  readonly isOfReceiver: boolean;
  readonly patch: OrderPatch;
  /** Names of the fields, as complaints use them. */
  readonly fields: readonly string[];
}

type Columns = { -readonly [K in keyof OrderPatch]: OrderPatch[K] };
type Read = (text: string, order: Order) => OrderPatch | null;

/** More boxes under one number are a typing error. */
const mostBoxes = 300;

const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);
const fen = (text: string): number | null => wholeNumber(text === '' ? '0' : text);
const boxes = (text: string): number | null => {
  const count = readCount(text);
  return count === null || count > mostBoxes ? null : count;
};

function grams(text: string): OrderPatch | null {
  const read = readWeightGrams(text, '');
  return read === undefined ? null : { weightGrams: read };
}

function column<K extends keyof OrderPatch>(name: K, read: (text: string) => OrderPatch[K] | null): Read {
  return (text) => {
    const value = read(text);
    return value === null ? null : { [name]: value };
  };
}

const asWritten = (text: string): string => text;

/** How each field is parsed; synonyms are listed under each of their names. */
const readers: Readonly<Record<string, readonly [field: string, read: Read]>> = {
  goods: ['items', readGoodsText],
  weightGrams: ['weightGrams', (text) => grams(/^\d+$/.test(text) ? `${text}g` : text)],
  weight: ['weightGrams', grams],
  parcelCount: ['parcelCount', column('parcelCount', boxes)],
  boxes: ['parcelCount', column('parcelCount', boxes)],
  codAmountFen: ['codAmountFen', column('codFen', fen)],
  cod: ['codAmountFen', column('codFen', readAmountFen)],
  insuredValueFen: ['insuredValueFen', column('insuredFen', fen)],
  insured: ['insuredValueFen', column('insuredFen', readAmountFen)],
  buyerRemark: ['buyerRemark', column('buyerRemark', asWritten)],
  sellerRemark: ['sellerRemark', column('sellerRemark', asWritten)],
  remark: ['sellerRemark', column('sellerRemark', asWritten)],
  carrier: ['carrier', column('carrier', (text) => (text === '' ? '' : readCarrierCode(text)))],
};

type ReadSale = (text: string, facts: SaleFacts) => SaleFacts | null;

const mostSaleCharacters = 100;

/** A text of the sale; empty removes it, too long is invalid. */
function saleText(key: 'buyer' | 'originalNo' | 'payChannel' | 'warehouse' | 'flag'): ReadSale {
  return (text, { [key]: _former, ...others }) => {
    if (text === '') return others;
    return text.length > mostSaleCharacters ? null : { ...others, [key]: text };
  };
}

function saleAmount(key: 'amountFen' | 'paidFen'): ReadSale {
  return (text, { [key]: _former, ...others }) => {
    if (text === '') return others;
    const fenRead = readAmountFen(text);
    return fenRead === null ? null : { ...others, [key]: fenRead };
  };
}

const saleReaders: Readonly<Record<SaleField, ReadSale>> = {
  buyer: saleText('buyer'),
  originalNo: saleText('originalNo'),
  amount: saleAmount('amountFen'),
  paid: saleAmount('paidFen'),
  payChannel: saleText('payChannel'),
  warehouse: saleText('warehouse'),
  flag: saleText('flag'),
};

type ReadWish = (text: string, wishes: OrderWishes, divisions: Divisions) => OrderWishes | null;

/** Parses one part of the wishes; undefined removes it, null: invalid. */
function wish<K extends keyof OrderWishes>(
  key: K,
  read: (text: string, divisions: Divisions) => OrderWishes[K] | null | undefined,
): ReadWish {
  return (text, { [key]: _former, ...others }, divisions) => {
    if (text === '') return others;
    const value = read(text, divisions);
    return value === null || value === undefined ? null : { ...others, [key]: value };
  };
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Optional wishes of an order, as people write them; empty removes the wish. */
const wishReaders: Readonly<Record<WishField, ReadWish>> = {
  sender: wish('sender', (text, divisions) => senderFromText(text, divisions)),
  product: wish('product', (text) => (text.length > 40 ? null : text)),
  payment: wish('payment', (text) => readPayment(text) ?? null),
  monthlyCard: wish('monthlyCard', (text) => orNull(readMonthlyCard(text))),
  volume(text, { volumeCm3: _volume, sizeMm: _size, ...others }) {
    const volume = readVolume(text);
    if (volume === undefined) return null;
    return { ...others, ...volume };
  },
  returnSlip(text, { returnSlip: _former, ...others }) {
    const slip = readReturnSlip(text);
    return slip === null ? others : { ...others, returnSlip: slip };
  },
  services(text, { services: _former, ...others }) {
    const services = readServices(text);
    if (services.length === 0) return text === '' || isNone(text) ? others : null;
    return { ...others, services };
  },
};

const isNone = (text: string): boolean => /^(?:无|没有|-)$/.test(text);

/** Listed when an unknown field is named. */
const known = [
  ...Object.keys(emptyParty).map((name) => `receiver.${name}`),
  'items.0.quantity',
  ...Object.keys(readers),
  ...wishFields,
  ...saleFields,
].join(', ');

/** A part of the goods named without the article it is of; empty: nothing near is known. */
function meantBy(said: string): string {
  const part = /^(?:items\.)?(quantity|sku|skuCode|qty|count|数量|件数)$/.exec(said)?.[1];
  if (part === undefined) return '';
  return `items.0.${part === 'sku' || part === 'skuCode' ? part : 'quantity'}`;
}

/** Parses an edit for one order; an unknown name or an invalid value refuses all of it. */
export function readEdit(order: Order, changes: OrderChanges, divisions: Divisions): Outcome<ReadEdit> {
  const receiver: { -readonly [Field in keyof Party]: string } = receiverOf(order);
  const patch: Columns = {};
  const fields: string[] = [];
  let isOfReceiver = false;
  for (const [said, value] of Object.entries(changes)) {
    const text = value.trim();
    const name = said.startsWith('receiver.') ? said.slice('receiver.'.length) : said;
    if (isReceiverField(name)) {
      if (name === 'phone') Object.assign(receiver, readPhone(text));
      else receiver[name] = text;
      isOfReceiver = true;
      fields.push(name);
      continue;
    }
    const [field, read] = readerOf(said, divisions) ?? [];
    if (field === undefined || read === undefined)
      return failure('ORDER_FIELD_UNKNOWN', { field: said, meant: meantBy(said), known });
    // Several lines about the goods build on one another.
    const part = read(field === 'items' ? value : text, { ...order, ...patch });
    if (part === null) return failure('ORDER_FIELD_UNREADABLE', { field: said });
    Object.assign(patch, part);
    fields.push(field);
  }
  return done({ receiver, isOfReceiver, patch, fields });
}

/** `18400000001-1234`, as lists show it: the extension has a field of its own. A landline keeps its dash. */
function readPhone(text: string): Partial<Party> {
  const phone = text.normalize('NFKC').replace(/\s/g, '');
  const [, mobile, extension] = /^(1\d{10})(?:[-_,，]|转)(\d{2,6})$/.exec(phone) ?? [];
  return mobile === undefined || extension === undefined ? { phone } : { phone: mobile, extension };
}

function isReceiverField(field: string): field is keyof Party {
  return Object.hasOwn(emptyParty, field);
}

function readerOf(name: string, divisions: Divisions): readonly [field: string, read: Read] | undefined {
  if (Object.hasOwn(readers, name)) return readers[name];
  const wished = wishFields.find((field) => field === name);
  if (wished !== undefined)
    return [
      wished,
      (text, order) => {
        const wishes = wishReaders[wished](text, wishesOf(order), divisions);
        return wishes === null ? null : { wishesJson: writeWishes(wishes) };
      },
    ];
  const sold = saleFields.find((field) => field === name);
  if (sold !== undefined)
    return [
      sold,
      (text, order) => {
        const facts = saleReaders[sold](text, saleOf(order));
        return facts === null ? null : saleColumnsOf(facts);
      },
    ];
  const item = /^items\.(\d{1,3})\.(name|sku|skuCode|quantity)$/.exec(name);
  if (item === null) return undefined;
  return ['items', (text, order) => changeItem(itemsOf(order), Number(item[1]), String(item[2]), text)];
}

function changeItem(
  items: readonly OrderItem[],
  index: number,
  part: string,
  text: string,
): OrderPatch | null {
  const written = text.trim();
  const value = part === 'quantity' ? readCount(written) : written;
  if (items[index] === undefined || value === null || written === '') return null;
  return itemColumnsOf(items.map((item, at) => (at === index ? { ...item, [part]: value } : item)));
}

/**
 * `茶叶 红色×2; 红枣`, or one a line: goods as the table shows them. One that reads as before keeps its codes. Lines are parted
 * by line breaks alone when there are any, so that a name may hold a semicolon.
 */
function readGoodsText(text: string, order: Order): OrderPatch | null {
  const known = itemsOf(order);
  const parts = text.split(text.includes('\n') ? /\n/ : /[;；]/).map((part) => part.trim());
  const items: OrderItem[] = [];
  for (const part of parts.filter((one) => one !== '')) {
    const [, label = '', times = '1'] = /^(.*?)\s*(?:[×*xX]\s*(\d{1,6}))?$/.exec(part) ?? [];
    const quantity = readCount(times);
    if (label === '' || quantity === null) return null;
    const same = known.find((item) => articleName(item) === label);
    items.push({ ...(same ?? { name: label, sku: '', skuCode: '' }), quantity });
  }
  return items.length === 0 ? null : itemColumnsOf(items);
}
