import { type CodMatch, claimStates, codMatches } from '../../../shared/domain/bills/bill.ts';
import { formatMoney } from '../../../shared/rules/amounts.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { writeClaims } from '../../usecases/insight/bills/claimFile.ts';
import { moveClaims } from '../../usecases/insight/bills/claims.ts';
import { listCod, readCodTotals } from '../../usecases/insight/bills/cod.ts';
import { confirmCod, reopenCod } from '../../usecases/insight/bills/confirmCod.ts';
import { billItems } from '../../usecases/insight/bills/readBills.ts';
import { aligned } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, nothing, phrases } from '../main/phrases.ts';
import {
  filledText,
  flag,
  many,
  oneOf,
  path,
  required,
  text,
  usual,
  whole,
  writtenFile,
} from '../main/word.ts';
import { bill } from './bills.ts';
import { billLine } from './billWords.ts';

const say = phrases({
  codTotal: ['{word}：{parcels} 单，{money}', '{word}: {parcels} {parcels|parcel|parcels}, {money}'],
  codRow: [
    '  {waybillNo}  {orderNo}  {cod}  {told}  {word}  {days}',
    '  {waybillNo}  {orderNo}  {cod}  {told}  {word}  {days}',
  ],
  codDays: ['签收 {days} 天', 'signed for {days} {days|day|days} ago'],
  codStrangers: ['另有 {count} 个单号不是这里的订单', '{count} further numbers are of no order here'],
  codConfirmed: ['{count} 单货款已到账', 'the money of {count} {count|parcel|parcels} is there'],
  codReopened: [
    '{count} 单货款改回未到账',
    'the money of {count} {count|parcel|parcels} is waited for again',
  ],
  claim: [
    '  {waybillNo}  {orderNo}  {class}  {claim}  {state}  {note}',
    '  {waybillNo}  {orderNo}  {class}  {claim}  {state}  {note}',
  ],
  written: ['已写出 {count} 条申诉：{file}', '{count} {count|claim|claims} written: {file}'],
  moved: ['{count} 条申诉：{state}', '{count} {count|claim|claims}: {state}'],
});

const state = oneOf(claimStates, 'STATE');
const isUnpaid = (match: CodMatch): boolean => match === 'differs' || match === 'overdue';

export const claimCommands: readonly Command[] = [
  command({
    name: 'bills claims',
    zh: '一份账单可以申诉的运单；--out 写成带证据的申诉表',
    en: 'what may be claimed of a bill; --out writes it with its evidence',
    access: 'exportOrders',
    operands: [bill],
    options: {
      state,
      limit: usual(whole(1, 500), 100),
      out: writtenFile(path('FILE.xlsx|FILE.csv')),
      sent: flag,
    },
    perhaps: [['--out', '--sent']],
    async run({ workspace, language, operands: [result], options }) {
      const { state: of, limit, out, sent } = options;
      if (out !== undefined) {
        const request = { billId: result.id, language, path: out, marksSent: sent };
        const { path: file, rowCount } = unwrap(await writeClaims(workspace, request));
        const human = [say(language, 'written', { count: rowCount, file })];
        return report({ billId: result.id, file, claims: rowCount }, human);
      }
      const filter = of === undefined ? { isClaim: true } : { claimState: of };
      const request = { billId: result.id, filter, window: { offset: 0, limit } };
      const { total, rows } = await billItems(workspace, request);
      const human = rows.map((row) =>
        say(language, 'claim', {
          waybillNo: row.waybillNo,
          orderNo: row.orderNo || '–',
          class: wordFor(language, 'billClass', row.class),
          claim: row.claimFen === null ? '?' : formatMoney(row.claimedFen ?? row.claimFen),
          state: wordFor(language, 'claimState', row.claimState),
          note: row.claimNote,
        }),
      );
      const claims = rows.map(({ claimedAt, ...row }) => ({
        ...row,
        claimedAt: isoTime(claimedAt),
      }));
      const shown = human.length === 0 ? [nothing(language)] : aligned(human);
      return report({ billId: result.id, totals: result.claims, claims, total }, [
        billLine(result, language),
        ...shown,
      ]);
    },
  }),
  command({
    name: 'bills cod',
    zh: '代收货款：已付、金额不符、逾期未到账',
    en: 'money of parcels paid on delivery: paid out, differing, overdue',
    access: 'seeWork',
    options: { state: oneOf(codMatches, 'STATE'), limit: usual(whole(1, 500), 100) },
    async run({ workspace, language, options: { state: match, limit } }) {
      const { totals, ...cod } = await readCodTotals(workspace);
      const { rows } = await listCod(workspace, { match }, { offset: 0, limit });
      const human = [
        ...totals
          .filter(({ parcels }) => parcels > 0)
          .map(({ match: kind, parcels, codFen }) =>
            say(language, 'codTotal', {
              word: wordFor(language, 'codMatch', kind),
              parcels,
              money: formatMoney(codFen),
            }),
          ),
        ...(cod.strangers > 0 ? [say(language, 'codStrangers', { count: cod.strangers })] : []),
        ...aligned(
          rows.map((row) =>
            say(language, 'codRow', {
              waybillNo: row.waybillNo,
              orderNo: row.orderNo,
              cod: formatMoney(row.codFen),
              told: row.toldFen === null ? '–' : formatMoney(row.toldFen),
              word: wordFor(language, 'codMatch', row.match),
              days: row.days === null ? '' : say(language, 'codDays', { days: row.days }),
            }),
          ),
        ),
      ];
      const isOpen = totals.some(({ match: kind, parcels }) => isUnpaid(kind) && parcels > 0);
      const parcels = rows.map((row) => ({
        ...row,
        signedAt: isoTime(row.signedAt),
        awaitingAt: isoTime(row.awaitingAt),
        paidOutAt: isoTime(row.paidOutAt),
        receivedAt: isoTime(row.receivedAt),
        confirmedAt: isoTime(row.confirmedAt),
      }));
      const sums = Object.fromEntries(totals.map(({ match: kind, ...total }) => [kind, total]));
      return report(
        { ...cod, totals: sums, parcels },
        human.length === 0 ? [nothing(language)] : human,
        isOpen,
      );
    },
  }),
  command({
    name: 'bills received',
    zh: '代收货款已到账：对着银行流水逐单确认；--undo 撤销',
    en: 'money of parcels paid on delivery is on the account; --undo takes that back',
    access: 'exportOrders',
    operands: [many(text('WAYBILL'))],
    options: { undo: flag },
    async run({ workspace, language, operands: [waybillNos], options: { undo } }) {
      const change = undo ? reopenCod : confirmCod;
      const count = unwrap(await change(workspace, waybillNos));
      const human = [say(language, undo ? 'codReopened' : 'codConfirmed', { count })];
      return report(undo ? { reopened: count } : { confirmed: count }, human);
    },
  }),
  command({
    name: 'bills claim',
    zh: '更改申诉的状态：已提交、已认可、被拒绝，或改回待申诉',
    en: 'move claims on: sent, accepted, refused, or back to open',
    access: 'exportOrders',
    operands: [bill],
    options: {
      waybill: many(text('WAYBILL')),
      from: state,
      to: required(state),
      'amount-fen': whole(),
      note: filledText('TEXT', 200),
    },
    either: [['--waybill', '--amount-fen'], ['--from']],
    async run({ workspace, language, operands: [{ id: billId }], options }) {
      const { waybill: waybillNos, from, to, note } = options;
      const of = from === undefined ? { waybillNos } : { from };
      const move = { billId, of, to, note, amountFen: options['amount-fen'] };
      const count = unwrap(await moveClaims(workspace, move));
      const human = [say(language, 'moved', { count, state: wordFor(language, 'claimState', to) })];
      return report({ billId, moved: count, to }, human);
    },
  }),
];
