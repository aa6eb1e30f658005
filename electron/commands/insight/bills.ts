import { resolve } from 'node:path';
import { type BillTolerance, billClasses } from '../../../shared/domain/bills/bill.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { formatMoney, formatWeight } from '../../../shared/rules/amounts.ts';
import { definedIn } from '../../../shared/rules/typedRecord.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { changeTolerance, toleranceOf } from '../../usecases/insight/bills/billTolerance.ts';
import { writeBillResult } from '../../usecases/insight/bills/claimFile.ts';
import { billItems, listBills, readBill } from '../../usecases/insight/bills/readBills.ts';
import { type ReconcileProgress, reconcileBill } from '../../usecases/insight/bills/reconcileBill.ts';
import { removeBill } from '../../usecases/insight/bills/removeBill.ts';
import { filePassword } from '../intake/import.ts';
import { carrier } from '../main/carrier.ts';
import { aligned } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { nothing, phrases } from '../main/phrases.ts';
import { day, flag, found, many, oneOf, pair, path, required, text, usual, whole } from '../main/word.ts';
import { billJson, billLine, lackingFen, namedColumns, reportJson, reportLines } from './billWords.ts';

const say = phrases({
  reading: ['正在对账：已读 {rows} 行', 'Reconciling: {rows} {rows|row|rows} read'],
  before: [
    '提示：这份账单 {day} 已经对过账，没有重复读入；这是那次的结果。',
    'Note: this bill was reconciled on {day} already and was not taken in again; this is that result.',
  ],
  removed: ['已删除。', 'Removed.'],
  item: [
    '  {waybillNo}  {orderNo}  {class}  账单 {billedWeight} {billed}  我们 {ownWeight} {expected}  {reason}',
    '  {waybillNo}  {orderNo}  {class}  billed {billedWeight} {billed}  ours {ownWeight} {expected}  {reason}',
  ],
  tolerance: [
    '{carrier}：重量 {weightGrams} 克或 {percent}%，价格 {price} 或 {percent}%，进位到 {roundsUpToGrams} 克',
    '{carrier}: weight {weightGrams} g or {percent}%, price {price} or {percent}%, rounded up to {roundsUpToGrams} g',
  ],
});

export const bill = found('ID', readBill);

export const billCommands: readonly Command[] = [
  command({
    name: 'reconcile',
    zh: '快递账单对账：逐行和自己的记录比对',
    en: "compare a carrier's bill with your own records, line by line",
    access: 'exportOrders',
    operands: [path('BILL.xlsx')],
    options: {
      carrier: required(carrier),
      from: day,
      to: day,
      column: many(pair('HEADER=FIELD')),
      sheet: text('NAME'),
      encoding: text('utf-8|gb18030|big5|utf-16le|utf-16be'),
      'password-stdin': flag,
      // Made again from the workspace at any time, so it may be replaced; the carrier's own file never.
      out: path('FILE.xlsx|FILE.csv'),
    },
    together: ['--from', '--to'],
    async run({ workspace, operands: [file], options, ...context }) {
      const { language, terminal, signal } = context;
      const { password } = await filePassword(context, options['password-stdin']);
      const { carrier: code, sheet, encoding, from, to, out } = options;
      if (out !== undefined && resolve(out) === resolve(file)) return failure('OUT_EXISTS', { file: out });
      const source = { path: file, carrier: code, sheet, encoding, password };
      const request = {
        ...source,
        columns: unwrap(await namedColumns(workspace, source, options.column)),
        span: from === undefined || to === undefined ? undefined : { fromDay: from, toDay: to },
        signal,
        onProgress: ({ rows }: ReconcileProgress) => terminal.progress(say(language, 'reading', { rows })),
      };
      const reconciled = await reconcileBill(workspace, request);
      terminal.endProgress();
      const before = options.column.length > 0 || request.span !== undefined ? null : billBefore(reconciled);
      if (before !== null) terminal.note(say(language, 'before', before));
      const { id } = before ?? unwrap(reconciled);
      const result = unwrap(await readBill(workspace, id));
      const isOpen =
        result.claims.open.items > 0 ||
        result.classes.some(isUnclear) ||
        lackingFen(result) !== 0 ||
        result.sheetsLeft.length > 0;
      if (out !== undefined) unwrap(await writeBillResult(workspace, { billId: id, language, path: out }));
      return report(
        { ...reportJson(result), ...(out === undefined ? {} : { resultFile: out }) },
        [...reportLines(result, language), ...(out === undefined ? [] : [out])],
        isOpen,
      );
    },
  }),
  command({
    name: 'bills list',
    zh: '列出已对账的账单',
    en: 'list the bills that were reconciled',
    access: 'seeWork',
    options: { limit: usual(whole(1, 500), 50) },
    async run({ workspace, language, options: { limit } }) {
      const { total, rows } = await listBills(workspace, { offset: 0, limit });
      const human = aligned(rows.map((row) => billLine(row, language)));
      return report({ bills: rows.map(billJson), total }, human.length === 0 ? [nothing(language)] : human);
    },
  }),
  command({
    name: 'bills show',
    zh: '一份账单的结果；--class 列出其中一类',
    en: 'what came of a bill; --class lists one class of it',
    access: 'seeWork',
    operands: [bill],
    options: { class: oneOf(billClasses, 'CLASS'), limit: usual(whole(1, 500), 100) },
    async run({ workspace, language, operands: [result], options: { class: of, limit } }) {
      if (of === undefined) return report(reportJson(result), reportLines(result, language));
      const request = { billId: result.id, filter: { class: of }, window: { offset: 0, limit } };
      const { total, rows } = await billItems(workspace, request);
      const human = rows.map((row) =>
        say(language, 'item', {
          waybillNo: row.waybillNo || '–',
          orderNo: row.orderNo || '–',
          class: wordFor(language, 'billClass', row.class),
          billedWeight: formatWeight(row.billedGrams),
          billed: formatMoney(row.billedFen),
          ownWeight: formatWeight(row.ownGrams),
          expected: row.expectedFen === null ? '–' : formatMoney(row.expectedFen),
          reason: row.reason === '' ? '' : wordFor(language, 'billReason', row.reason),
        }),
      );
      return report({ ...reportJson(result), items: rows, total }, [
        billLine(result, language),
        ...aligned(human),
      ]);
    },
  }),
  command({
    name: 'bills remove',
    zh: '删除一份账单（还没有提交申诉时）',
    en: 'remove a bill, as long as nothing of it has been claimed',
    access: 'changeRules',
    operands: [bill],
    async run({ workspace, language, operands: [{ id }] }) {
      unwrap(await removeBill(workspace, id));
      return report({ removed: id }, [say(language, 'removed')]);
    },
  }),
  command({
    name: 'bills tolerance',
    zh: '查看或设置一家快递账单的允许误差',
    en: "see or set what counts as the same on a carrier's bills",
    access: 'changeRules',
    begins: true,
    options: {
      carrier: required(carrier),
      'weight-grams': whole(),
      percent: whole(),
      'price-fen': whole(),
      'round-up-grams': whole(),
    },
    async run({ workspace, language, options }) {
      const { carrier: code } = options;
      const given: Readonly<Record<keyof BillTolerance, number | undefined>> = {
        weightGrams: options['weight-grams'],
        percent: options.percent,
        priceFen: options['price-fen'],
        roundsUpToGrams: options['round-up-grams'],
      };
      const changes = definedIn(given);
      const tolerance =
        Object.keys(changes).length === 0
          ? await toleranceOf(workspace, code)
          : unwrap(await changeTolerance(workspace, code, changes));
      const price = formatMoney(tolerance.priceFen);
      const words = { carrier: carrierName(code, language), ...tolerance, price };
      return report({ carrier: code, ...tolerance }, [say(language, 'tolerance', words)]);
    },
  }),
];

/** The bill that was reconciled before: asked for again, its result is given again. Other columns or days would be another result. */
function billBefore(reconciled: Outcome<unknown>): { readonly id: string; readonly day: string } | null {
  if (reconciled.ok || reconciled.code !== 'BILL_SAME') return null;
  const { id, day: madeOn } = reconciled.params ?? {};
  return { id: String(id), day: String(madeOn) };
}

/** Lines a person must look at before the bill is paid. */
function isUnclear({ class: name, items }: { readonly class: string; readonly items: number }): boolean {
  return items > 0 && (name === 'unreadable' || name === 'missing');
}
