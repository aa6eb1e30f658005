import type { OrderItem } from '../../../shared/domain/order.ts';
import type { Judgement } from './judgement.ts';
import { readCount } from './readCount.ts';
import type { RowCells } from './rowCells.ts';

/** `2*19.90` stands under 商品数量*售价: how many, and what one costs. */
function readQuantity(cells: RowCells): number | null {
  const text = cells.text('quantity');
  const isWithPrice = text !== '' && cells.columns.headerOf('quantity').includes('售价');
  return readCount(isWithPrice ? (text.split(/[*×x]/i)[0] ?? '') : text);
}

/** The goods of one row: one item, or none when the row names none. */
export function readItems(cells: RowCells, judgement: Judgement): OrderItem[] {
  const item = {
    name: cells.text('goodsName') || cells.text('goodsShortName'),
    sku: cells.text('newSku') || cells.text('sku'),
    skuCode: cells.text('skuCode') || cells.text('goodsCode'),
  };
  const quantity = readQuantity(cells);
  if (quantity === null) judgement.ask('IMPORT_QUANTITY_UNREADABLE', 'quantity');
  const isNamed = item.name !== '' || item.sku !== '' || item.skuCode !== '';
  return isNamed ? [{ ...item, quantity: quantity ?? 1 }] : [];
}
