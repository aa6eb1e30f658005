import type { OrderComplaint, OrderItem } from '../../../shared/domain/order.ts';
import type { FileRecognition, GoodsByOrder } from '../kit/orderDraft.ts';
import type { OpenTable } from '../kit/tableFormat.ts';
import { orderRowTest } from '../recognition/orderRowTest.ts';
import { judgeRow } from './judgeRow.ts';
import { readFileFacts } from './readFileFacts.ts';
import { readItems } from './readItems.ts';
import { FieldColumns, RowCells, type RowKnowledge } from './rowCells.ts';

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
  for await (const row of sheet?.rows() ?? []) {
    if (row.rowNumber <= recognition.headerRowNumber || !isOrderRow(row)) continue;
    const cells = new RowCells(row, columns);
    const orderNo = cells.text('orderNo');
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
