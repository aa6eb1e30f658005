import { type BillField, billFields } from '../../../shared/domain/bills/bill.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { formatMoney } from '../../../shared/rules/amounts.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import type { BillReport, BillSummary } from '../../usecases/insight/bills/readBills.ts';
import { type BillSource, openBill } from '../../usecases/insight/bills/reconcileBill.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { isoTime, phrases } from '../main/phrases.ts';

const say = phrases({
  bill: [
    '{id}  {carrier}  {from} – {to}  {lines} 行  {billed}  {file}',
    '{id}  {carrier}  {from} – {to}  {lines} {lines|line|lines}  {billed}  {file}',
  ],
  class: [
    '  {word}：{items} 单，{lines} 行，{billed}',
    '  {word}: {items} {items|parcel|parcels}, {lines} {lines|line|lines}, {billed}',
  ],
  remitted: [
    '  {word}：{items} 单，{lines} 行，另收费 {billed}',
    '  {word}: {items} {items|parcel|parcels}, {lines} {lines|line|lines}, charged for it {billed}',
  ],
  claims: ['  可申诉 {items} 条，{money}', '  {items} to claim, {money}'],
  unpriced: ['  其中 {count} 条金额要人来定', '  of {count} of them a person must say how much'],
  told: [
    '  账单自己的合计是 {told}，明细加起来是 {billed}',
    '  the bill states a total of {told}, its lines come to {billed}',
  ],
  lessPaid: ['  返款比代收金额少 {money}', '  {money} less was paid out than was to be collected'],
  morePaid: ['  返款比代收金额多 {money}', '  {money} more was paid out than was to be collected'],
  sheetsLeft: [
    '  文件里还有列不一样的工作表没有对账：{sheets}；确认里面不是同样的单，再用 --sheet 名称 单独对账',
    '  sheets of this file with other columns were not compared: {sheets}; if they are not the same parcels again, reconcile each by --sheet NAME',
  ],
  noDays: [
    '  账单里没有日期，用 --from --to 给出账期才能查漏列',
    '  the bill names no days; give --from and --to to find what is missing',
  ],
});

/** A bill as `--json` shows it. */
export function billJson({ createdAt, ...bill }: BillSummary) {
  return { ...bill, createdAt: isoTime(createdAt) };
}

export function billLine(bill: BillSummary, language: Language): string {
  return say(language, 'bill', {
    id: bill.id,
    carrier: carrierName(bill.carrier, language),
    from: bill.fromDay || '…',
    to: bill.toDay || '…',
    lines: bill.lines,
    billed: formatMoney(bill.billedFen),
    file: bill.fileName,
  });
}

export function reportJson(bill: BillReport) {
  const { classes, ...rest } = bill;
  return {
    ...rest,
    createdAt: isoTime(bill.createdAt),
    classes: Object.fromEntries(classes.map(({ class: name, ...total }) => [name, total])),
  };
}

/** What a list of money paid out falls short of. */
export function lackingFen({ classes }: BillReport): number {
  return classes.find(({ class: name }) => name === 'remitted')?.differenceFen ?? 0;
}

/** The bill, its classes that are not empty, what may be claimed, and what the figures leave open. */
export function reportLines(bill: BillReport, language: Language): string[] {
  const { open } = bill.claims;
  const lackFen = lackingFen(bill);
  const isTotalOther = bill.toldFen !== null && bill.toldFen !== bill.billedFen;
  return [
    billLine(bill, language),
    ...bill.classes
      .filter(({ items }) => items > 0)
      .map(({ class: name, items, lines, billedFen }) =>
        // What a list of money paid out charges is its fee: alone it reads as the money.
        say(language, name === 'remitted' ? 'remitted' : 'class', {
          word: wordFor(language, 'billClass', name),
          items,
          lines,
          billed: formatMoney(billedFen),
        }),
      ),
    say(language, 'claims', { items: open.items, money: formatMoney(open.claimFen) }),
    ...(open.unpriced > 0 ? [say(language, 'unpriced', { count: open.unpriced })] : []),
    ...(lackFen === 0
      ? []
      : [say(language, lackFen > 0 ? 'lessPaid' : 'morePaid', { money: formatMoney(Math.abs(lackFen)) })]),
    ...(isTotalOther
      ? [
          say(language, 'told', {
            told: formatMoney(bill.toldFen ?? 0),
            billed: formatMoney(bill.billedFen),
          }),
        ]
      : []),
    ...(bill.sheetsLeft.length === 0
      ? []
      : [say(language, 'sheetsLeft', { sheets: bill.sheetsLeft.join(language === 'en' ? ', ' : '、') })]),
    ...(bill.isMissingKnown ? [] : [say(language, 'noDays')]),
  ];
}

/** What was said of the columns by their headers, as their places in the file. */
export async function namedColumns(
  workspace: Workspace,
  source: BillSource,
  named: readonly (readonly [string, string])[],
): Promise<Outcome<Readonly<Record<number, BillField | null>> | undefined>> {
  if (named.length === 0) return done(undefined);
  const opened = await openBill(workspace, { ...source, isPreview: true });
  if (!opened.ok) return opened;
  await opened.value.close();
  const places: Record<number, BillField | null> = {};
  for (const [header, fieldName] of named) {
    const column = opened.value.layout.columns.find((one) => one.header === header.trim());
    const field = fieldName === '' || fieldName === '-' ? null : billFields.find((one) => one === fieldName);
    if (column === undefined || field === undefined)
      return failure('BILL_COLUMN_UNKNOWN', { header, field: fieldName, fields: billFields.join(', ') });
    places[column.columnIndex] = field;
  }
  return done(places);
}
