import type { OrderComplaint, OrderItem } from '../../../shared/domain/order.ts';
import { halfWidth } from '../kit/cellText.ts';
import type { FileRecognition, GoodsByOrder } from '../kit/orderDraft.ts';
import { noCode } from '../kit/ownExport.ts';
import { readCount } from '../kit/quantities.ts';
import { eachOf, type OpenTable } from '../kit/tableFormat.ts';
import { orderRowTest } from '../recognition/orderRowTest.ts';
import { FieldColumns, type RowKnowledge } from './fieldColumns.ts';
import { readGoodsList } from './goodsList.ts';
import { judgeRow } from './judgeRow.ts';
import { readFileFacts } from './readFileFacts.ts';
import { type Judgement, RowCells } from './rowCells.ts';

interface Gathered {
  readonly items: OrderItem[];
  readonly complaints: OrderComplaint[];
  closedBy: OrderComplaint | null;
}

/**
 * The goods of a sheet that has no receivers, by order number. An item that was refunded, cancelled or shipped is left out;
 * an open question about one holds its whole order. Held in memory: a report of 100,000 items is some 30 MB.
 */
export async function readGoods(
  table: OpenTable,
  recognition: FileRecognition,
  knowledge: RowKnowledge,
): Promise<{ readonly goods: GoodsByOrder; readonly rows: number }> {
  const sheet = table.sheets.find((one) => one.name === recognition.sheet);
  const goods = new Map<string, Gathered>();
  const columns = new FieldColumns(recognition, { facts: readFileFacts(recognition), ...knowledge });
  const isOrderRow = orderRowTest(
    recognition.headerRowNumber,
    recognition.mapping.map(({ header }) => header),
  );
  let rows = 0;
  for await (const row of eachOf(sheet?.rows() ?? [])) {
    if (row.rowNumber <= recognition.headerRowNumber || !isOrderRow(row)) continue;
    const cells = new RowCells(row, columns);
    const orderNo = halfWidth(cells.text('orderNo'));
    if (orderNo === '' || cells.isDamaged('orderNo')) continue;
    rows += 1;
    gather(goods, orderNo, cells);
  }
  for (const one of goods.values()) if (one.items.length > 0) one.closedBy = null;
  return { goods, rows };
}

function gather(goods: Map<string, Gathered>, orderNo: string, cells: RowCells): void {
  let mine = goods.get(orderNo);
  if (mine === undefined) {
    mine = { items: [], complaints: [], closedBy: null };
    goods.set(orderNo, mine);
  }
  const judgement = judgeRow(cells);
  const items = readItems(cells, judgement);
  const [complaint] = judgement.complaints;
  if (judgement.verdict === 'skip') mine.closedBy ??= complaint ?? null;
  else {
    mine.items.push(...items);
    mine.complaints.push(...judgement.complaints);
  }
}

/** `2*19.90` stands under 商品数量*售价: how many, and what one costs. */
function readQuantity(cells: RowCells): number | null {
  const text = cells.text('quantity');
  const isWithPrice = text !== '' && cells.columns.headerOf('quantity').includes('售价');
  return readCount(isWithPrice ? (text.split(/[*×x]/i)[0] ?? '') : text);
}

/** 黑色 and XL of two columns are 黑色 XL; what another column has said already is not said again. */
function variantOf(texts: readonly string[]): string {
  const [first = ''] = texts;
  if (texts.length < 2) return first;
  return texts.reduce((whole, text) => (whole.includes(text) ? whole : `${whole} ${text}`));
}

/** The goods of one row, and the gifts that it says come along: who packs needs both. */
export function readItems(cells: RowCells, judgement: Judgement): OrderItem[] {
  return [...readBought(cells, judgement), ...readGifts(cells, judgement)];
}

/** A gift in a column of its own beside the goods: 赠品名称, 赠品数量. */
function readGifts(cells: RowCells, judgement: Judgement): OrderItem[] {
  const name = cells.text('giftName');
  if (!isGift(name)) return [];
  const quantity = readCount(cells.text('giftQuantity'));
  if (quantity === null) judgement.ask('IMPORT_QUANTITY_UNREADABLE', 'quantity');
  const listed = readGoodsList(cells.written('giftName'), false) ?? [{ name, count: quantity ?? 1 }];
  return listed.map((gift) => ({
    name: gift.name,
    sku: '',
    skuCode: '',
    quantity: gift.count,
    isGift: true,
  }));
}

/** One item, as many as it lists, or none when it names none. */
function readBought(cells: RowCells, judgement: Judgement): OrderItem[] {
  const name = cells.text('goodsName') || cells.text('goodsShortName');
  const sku = cells.text('newSku') || variantOf(cells.texts('sku'));
  const skuCode = cells.text('skuCode') || cells.text('goodsCode');
  const quantity = cells.isUncalculated('quantity') ? null : readQuantity(cells);
  const isNumbered = cells.columns.indexesOf('goodsName').length > 1;
  if (quantity === null && !isNumbered) judgement.ask('IMPORT_QUANTITY_UNREADABLE', 'quantity');
  if (isNumbered) return readNumbered(cells, judgement);
  const counted = readCountColumns(cells, { name, sku, skuCode }, judgement);
  if (counted.length > 0) return counted;
  if (name === '' && sku === '' && skuCode === '') return [];
  const listed = readListed(cells, { name, sku, skuCode });
  if (listed !== null) return checkedSum(cells, listed, quantity, judgement);
  const item = { name, sku, skuCode, quantity: quantity ?? 1 };
  const imageUrl = readPictureLink(cells.text('imageUrl'));
  const isFree = isGift(cells.text('isGift'));
  if (imageUrl === '' && !isFree) return [item];
  return [{ ...item, ...(isFree ? { isGift: true } : {}), ...(imageUrl === '' ? {} : { imageUrl }) }];
}

/** 商品1, 数量1, 商品2, 数量2: as many items as are named. */
function readNumbered(cells: RowCells, judgement: Judgement): OrderItem[] {
  const names = cells.columns.indexesOf('goodsName');
  const at = (field: 'sku' | 'skuCode' | 'quantity', place: number): string => {
    const indexes = cells.columns.indexesOf(field);
    return indexes.length === names.length ? cells.at(indexes[place] ?? -1) : '';
  };
  const items = names.flatMap((index, place) => {
    const name = cells.at(index);
    const quantity = readCount(at('quantity', place));
    if (name !== '' && quantity === null) judgement.ask('IMPORT_QUANTITY_UNREADABLE', 'quantity');
    const goods = { name, sku: at('sku', place), skuCode: at('skuCode', place), quantity: quantity ?? 1 };
    return name === '' ? [] : [goods];
  });
  const isPaired = cells.columns.indexesOf('quantity').length === names.length;
  if (isPaired || cells.text('quantity') === '') return items;
  const totalQuantity = readQuantity(cells);
  const [only] = items;
  return only !== undefined && items.length === 1
    ? [{ ...only, quantity: totalQuantity ?? 1 }]
    : checkedSum(cells, items, totalQuantity, judgement);
}

type NamedGoods = Pick<OrderItem, 'name' | 'sku' | 'skuCode'>;

/** A column for each kind of goods, its header the kind: of the goods that the row names it is the variant. */
function readCountColumns(cells: RowCells, named: NamedGoods, judgement: Judgement): OrderItem[] {
  return cells.entries('goodsCount').flatMap(({ text, header }) => {
    if (/^0+(?:\.0+)?$/.test(text)) return [];
    const quantity = readCount(text);
    if (quantity === null) judgement.ask('IMPORT_QUANTITY_UNREADABLE', 'quantity');
    const isVariant = named.name !== '' || named.skuCode !== '';
    const goods = isVariant
      ? { ...named, sku: named.sku === '' ? header : `${named.sku} ${header}` }
      : { ...named, name: header };
    return [{ ...goods, quantity: quantity ?? 1 }];
  });
}

/** A row with a price is one article: what looks like a list is how a set of it is called. */
function readListed(cells: RowCells, { name, sku, skuCode }: NamedGoods): OrderItem[] | null {
  if (cells.columns.profile === 'shipdesk') return readOwnGoods(name, skuCode);
  if (cells.text('price') !== '') return null;
  const field = name !== '' && sku === '' ? nameField(cells) : sku !== '' ? 'sku' : 'skuCode';
  const isAlone = [name, sku, skuCode].filter((text) => text !== '').length === 1;
  if (!isAlone && !(field === 'sku' && skuCode === '')) return null;
  const list = readGoodsList(cells.written(field), field === 'skuCode');
  if (list === null || (list.length === 1 && cells.text('quantity') !== '')) return null;
  return list.map(({ name: one, count }) => {
    if (field === 'skuCode') return { name, sku, skuCode: one, quantity: count };
    return field === 'sku'
      ? { name, sku: one, skuCode, quantity: count }
      : { name: one, sku, skuCode, quantity: count };
  });
}

/** `苹果×2; 香梨×1`, as an export of ours writes goods, and the code of each: `A-1; -`. */
function readOwnGoods(text: string, codes: string): OrderItem[] | null {
  const parts = text.split('; ');
  const each = parts.length === 1 ? [codes] : codes.split('; ');
  const codeAt = (place: number): string => {
    const code = each.length === parts.length ? (each[place] ?? '') : '';
    return code === noCode ? '' : code;
  };
  const items = parts.flatMap((part, place) => {
    const [, name, count] = /^(.+)×(\d{1,6})$/su.exec(part) ?? [];
    return name === undefined ? [] : [{ name, sku: '', skuCode: codeAt(place), quantity: Number(count) }];
  });
  return items.length > 0 && items.length === parts.length ? items : null;
}

const nameField = (cells: RowCells) => (cells.text('goodsName') === '' ? 'goodsShortName' : 'goodsName');

/** One set of all that is listed, or as many pieces as it adds up to: any other count beside a list is not understood. */
function checkedSum(
  cells: RowCells,
  listed: OrderItem[],
  quantity: number | null,
  judgement: Judgement,
): OrderItem[] {
  const sum = listed.reduce((pieces, item) => pieces + item.quantity, 0);
  const isSaid = cells.text('quantity') !== '' && quantity !== null;
  if (isSaid && quantity !== 1 && quantity !== sum) {
    judgement.ask('IMPORT_GOODS_COUNT_DIFFERS', 'items', { sum, quantity });
  }
  return listed;
}

/** Columns say 是 or 否, or what kind of gift it is. */
function isGift(text: string): boolean {
  return text !== '' && !/^(?:否|不是|不|非|无|没有|0|no|n|false|f|-+|—+)/i.test(text);
}

const mostLinkCharacters = 2000;

/** The first web address of a cell; empty: it holds none. One with a name and password is not used. */
function readPictureLink(text: string): string {
  if (text === '') return '';
  const [link = ''] = /(?<![\w:/])(?:https?:)?\/\/[^\s"'<>，；,;|]+/i.exec(text) ?? [];
  const url = link.startsWith('//') ? `https:${link}` : link;
  // Most rows have none: to be thrown an error for each of them would be an eighth of the reading.
  if (url === '' || url.length > mostLinkCharacters) return '';
  try {
    const { username, password, href } = new URL(url);
    return username === '' && password === '' ? href : '';
  } catch {
    return '';
  }
}
