import type { OperatorActRow } from '../../../shared/contracts/operators.ts';
import type { OperatorActKind } from '../../../shared/domain/operatorAct.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { shopSecond } from '../../../shared/rules/shopTime.ts';
import { actKindWord, actStepWord, actText } from '../../../shared/text/actText.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { guardedText, writeDelimited } from '../../imports/writers/writeDelimited.ts';
import { type WrittenFile, writeAside, writeTextWorkbook } from '../../imports/writers/writeTextWorkbook.ts';
import { hiddenParts, redactText } from '../../privacy/redactText.ts';
import type { Order } from '../../store/schema.ts';
import type { ActFilter } from '../../store/workspace/operatorRepository.ts';
import { receiverOf } from '../orders/order.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { recordFile } from './outsideActs.ts';

/** Which acts somebody wants to see. */
export interface ActQuery {
  readonly kinds?: readonly OperatorActKind[] | undefined;
  readonly operator?: string | undefined;
  /** UTC ms, the second one exclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly orderNo?: string | undefined;
}

/** An order that no longer exists matches nothing. */
async function filterOf({ store }: Workspace, { orderNo, ...query }: ActQuery): Promise<ActFilter> {
  if (orderNo === undefined || orderNo === '') return query;
  const order = await store.read.orders.byOrderNo(orderNo);
  return { ...query, orderId: order?.id ?? orderNo };
}

/** The record, newest first, with the numbers of its orders; persons are removed from typed reasons. */
export async function readActs(
  workspace: Workspace,
  { offset, limit, ...query }: ActQuery & { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: OperatorActRow[] }> {
  const { read } = workspace.store;
  const filter = await filterOf(workspace, query);
  const acts = await read.operatorActs.window({ ...filter, offset, limit });
  const ids = [...new Set(acts.map(({ orderId: id }) => id).filter((id) => id !== ''))];
  const orders = ids.length === 0 ? [] : await read.orders.byIds(ids);
  const named = new Map(orders.map((order) => [order.id, order]));
  const begunNos = acts.filter(({ step }) => step === 'begun').map(({ no }) => no);
  const ended = new Set(await read.operatorActs.endedOf(begunNos));
  return {
    total: await read.operatorActs.count(filter),
    rows: acts.map(({ chain: _, ...act }) => ({
      ...act,
      reason: withoutPerson(act.reason, named.get(act.orderId)),
      orderNo: named.get(act.orderId)?.orderNo ?? '',
      isNeverEnded: act.step === 'begun' && !ended.has(act.no),
    })),
  };
}

function withoutPerson(reason: string, order: Order | undefined): string {
  if (order === undefined) return redactText(reason);
  const { orderNo, waybillNo } = order;
  const numbers = [orderNo, waybillNo].filter((number) => number !== '');
  return redactText(reason, { hidden: hiddenParts(receiverOf(order)), kept: numbers });
}

export const actFileTypes = ['csv', 'xlsx', 'jsonl'] as const;
export type ActFileType = (typeof actFileTypes)[number];

type Cell = (row: OperatorActRow, language: Language) => string;

const columns: readonly (readonly [zh: string, en: string, cell: Cell])[] = [
  ['序号', 'No.', ({ no }) => String(no)],
  ['时间', 'Time', ({ at }) => shopSecond(at)],
  ['操作员', 'Operator', ({ operator }) => operator],
  ['做了什么', 'What', ({ kind }, language) => actKindWord(language, kind)],
  ['类别', 'Kind', ({ kind }) => kind],
  ['内容', 'Details', ({ kind, what }, language) => actText(language, kind, what)],
  ['订单号', 'Order', ({ orderNo }) => orderNo],
  ['原因', 'Reason', ({ reason }) => reason],
  ['批准人', 'Approved by', ({ approver }) => approver],
  ['步骤', 'Step', (row, language) => actStepWord(language, row)],
];

const pageRows = 1_000;

/** Writes the record as a file, oldest first; the export is in it itself. */
export async function exportActs(
  workspace: Workspace,
  query: ActQuery,
  {
    path,
    type,
    language,
  }: { readonly path: string; readonly type: ActFileType; readonly language: Language },
): Promise<Outcome<WrittenFile>> {
  return recordFile(workspace, { kind: 'record-exported', what: type }, async () => {
    const rows = await allRows(workspace, query);
    if (type === 'jsonl') return writeLines(path, rows);
    const header = columns.map(([zh, en]) => (language === 'en' ? en : zh));
    const cells = rows.map((row) => columns.map(([, , cell]) => guardedText(cell(row, language))));
    return type === 'xlsx'
      ? writeTextWorkbook(path, language === 'en' ? 'Record' : '操作记录', header, cells)
      : writeDelimited({ path, delimiter: ',', hasMark: true, header, rows: cells });
  });
}

async function allRows(workspace: Workspace, query: ActQuery): Promise<OperatorActRow[]> {
  const all: OperatorActRow[] = [];
  for (let offset = 0; ; offset += pageRows) {
    const { rows } = await readActs(workspace, { ...query, offset, limit: pageRows });
    all.push(...rows);
    if (rows.length < pageRows) return all.reverse();
  }
}

async function writeLines(path: string, rows: readonly OperatorActRow[]): Promise<Outcome<WrittenFile>> {
  const text = rows
    .map((row) => `${JSON.stringify({ ...row, at: new Date(row.at).toISOString() })}\n`)
    .join('');
  const written = await writeAside(path, (handle) => handle.writeFile(text, 'utf8'));
  return written.ok ? { ok: true, value: { path, rowCount: rows.length } } : written;
}
