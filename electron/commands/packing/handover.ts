import type { HandoverRow } from '../../../shared/contracts/packing/handover.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { describeError, inOneLine, type Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import type { Handover } from '../../store/schema.ts';
import { closeHandover, printHandover } from '../../usecases/packing/handover/close.ts';
import { listHandovers, listLeftOver, readHandoverDesk } from '../../usecases/packing/handover/lists.ts';
import { scanToCourier, takeAllOf, takeOff } from '../../usecases/packing/handover/scanOut.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { carrier } from '../main/carrier.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, nothing, phrases, saidOf } from '../main/phrases.ts';
import { filledText, found, many, optional, text, usual, whole } from '../main/word.ts';
import { paperOptions, printPapersOf } from '../printing/receipts.ts';

const say = phrases({
  carrier: [
    '{carrier}：待交接 {packed} 件（其中晚到 {late}），交接中 {open} 件，今天已交接 {closed} 件，结转未发 {leftOver} 件',
    '{carrier}: {packed} {packed|parcel waits|parcels wait} ({late} of them late), {open} on the open list, {closed} handed over today, {leftOver} {leftOver|label|labels} of earlier days left over',
  ],
  list: ['{no} {state}：{parcels} 件（{at}）', '{no} {state}: {parcels} {parcels|parcel|parcels} ({at})'],
  out: ['{waybillNo} 已交出', '{waybillNo} is out'],
  repeated: ['{waybillNo} 已经在单上', '{waybillNo} is on the list already'],
  taken: ['放上 {taken} 件，没放 {refused} 件', '{taken} {taken|parcel|parcels} taken, {refused} not'],
  nonePacked: [
    '没有已打包、待交接的包裹，没有开交接单',
    'no packed parcel waits for this carrier: no list was begun',
  ],
  printed: ['交接单 {no} 已打印', 'list {no} printed'],
  left: ['{orderNo} {waybillNo}（{at} 取号）', '{orderNo} {waybillNo} (booked {at})'],
});

const ofCarrier = { ...carrier, name: 'CARRIER' };

/** A list by the number on its paper. */
async function listNamed({ store }: Workspace, no: string): Promise<Outcome<Handover>> {
  const handover = await store.read.handovers.byNo(no.trim().toUpperCase());
  return handover === undefined ? failure('HANDOVER_NOT_FOUND') : done(handover);
}
const list = found('LIST', listNamed);

function listLine({ no, state, parcels, closedAt, createdAt }: HandoverRow, language: Language): string {
  const at = localTime(closedAt ?? createdAt);
  return say(language, 'list', { no, parcels, at, state: wordFor(language, 'handoverState', state) });
}

const listJson = ({ createdAt, closedAt, ...row }: HandoverRow) => ({
  ...row,
  createdAt: isoTime(createdAt),
  closedAt: isoTime(closedAt),
});

const showCommands: readonly Command[] = [
  command({
    name: 'handover status',
    zh: '各快递：待交接、晚到、已交接和结转未发的件数',
    en: 'per carrier: parcels that wait, are late, were handed over, or are left over from earlier days',
    access: 'seeWork',
    async run({ workspace, language }) {
      const { carriers } = await readHandoverDesk(workspace);
      const lines = carriers.map(({ carrier: code, packed, late, open, closed, leftOver }) =>
        say(language, 'carrier', {
          carrier: carrierName(code, language),
          packed,
          late,
          open: open?.parcels ?? 0,
          closed: closed.reduce((sum, { parcels }) => sum + parcels, 0),
          leftOver,
        }),
      );
      return report({ carriers }, carriers.length === 0 ? [nothing(language)] : lines);
    },
  }),
  command({
    name: 'handover lists',
    zh: '列出交接单，新的在前',
    en: 'list the lists couriers signed, the newest first',
    access: 'seeWork',
    options: { limit: usual(whole(1, 500), 50) },
    async run({ workspace, language, options: { limit } }) {
      const { total, rows } = await listHandovers(workspace, { offset: 0, limit });
      const lines = rows.map((row) => listLine(row, language));
      return report({ total, lists: rows.map(listJson) }, total === 0 ? [nothing(language)] : lines);
    },
  }),
  command({
    name: 'handover left',
    zh: '列出以前打了面单、还没交出的单号',
    en: 'list numbers whose labels were printed on earlier days and that never left',
    access: 'seeWork',
    operands: [ofCarrier],
    options: { limit: usual(whole(1, 500), 100) },
    async run({ workspace, language, operands: [code], options: { limit } }) {
      const { total, rows } = await listLeftOver(workspace, { carrier: code, offset: 0, limit });
      const lines = rows.map(({ bookedAt, ...row }) =>
        say(language, 'left', { ...row, at: localTime(bookedAt) }),
      );
      const json = rows.map(({ bookedAt, ...row }) => ({ ...row, bookedAt: isoTime(bookedAt) }));
      return report({ total, orders: json }, total === 0 ? [nothing(language)] : lines);
    },
  }),
];

const changeCommands: readonly Command[] = [
  command({
    name: 'handover scan',
    zh: '把包裹扫给快递员，放上这家快递的交接单；不属于这家的会停下',
    en: 'scan parcels out to the courier of a carrier, onto its open list; ends at the first that does not belong',
    access: 'packParcels',
    operands: [ofCarrier, many(filledText('CODE', 200))],
    async run({ workspace, language, operands: [code, codes] }) {
      const human: string[] = [];
      const scans: { readonly code: string; readonly says: string; readonly stop: string }[] = [];
      let last: HandoverRow | null = null;
      for (const one of codes) {
        const {
          says,
          stop,
          waybillNo,
          list: now,
        } = unwrap(await scanToCourier(workspace, { carrier: code, code: one }));
        last = now;
        scans.push({ code: one, says, stop: stop?.kind ?? '' });
        if (says !== 'stopped') human.push(say(language, says, { waybillNo }));
        if (stop === null || !isErrorCode(stop.code)) continue;
        const told = inOneLine(describeError(stop.code, stop.params, language, 'commandLine'), language);
        human.push(saidOf(wordFor(language, 'packStop', stop.kind), told, language));
        break;
      }
      const isStopped = scans.some(({ says }) => says === 'stopped');
      if (last === null) return report({ list: null, scans }, human, isStopped);
      return report({ list: listJson(last), scans }, [...human, listLine(last, language)], isStopped);
    },
  }),
  command({
    name: 'handover take',
    zh: '把这家快递已打包的都放上交接单，不用逐件扫',
    en: 'put all packed parcels of a carrier on its open list, without scanning each',
    access: 'packParcels',
    operands: [ofCarrier],
    async run({ workspace, language, operands: [code] }) {
      const { taken, refused, list: now } = unwrap(await takeAllOf(workspace, code));
      if (now === null && refused === 0)
        return report({ taken, refused, list: null }, [say(language, 'nonePacked')]);
      const human = [say(language, 'taken', { taken, refused })];
      if (now === null) return report({ taken, refused, list: null }, human, true);
      return report(
        { taken, refused, list: listJson(now) },
        [...human, listLine(now, language)],
        refused > 0,
      );
    },
  }),
  command({
    name: 'handover off',
    zh: '把一个包裹从还没交接的单上拿下来',
    en: 'take a parcel off a list that is still open',
    access: 'packParcels',
    operands: [list, filledText('WAYBILL', 100)],
    async run({ workspace, language, operands: [{ id }, waybillNo] }) {
      const now = unwrap(await takeOff(workspace, { handoverId: id, waybillNo }));
      return report(listJson(now), [listLine(now, language)]);
    },
  }),
  command({
    name: 'handover close',
    zh: '快递员签收了：单上的包裹算已交接，之后不能再改',
    en: 'the courier has signed: what is on the list is handed over, and it never changes again',
    access: 'packParcels',
    operands: [list],
    options: { courier: usual(text('NAME'), '') },
    async run({ workspace, language, operands: [{ id, version }], options: { courier } }) {
      const now = unwrap(
        await closeHandover(workspace, { handoverId: id, version, courier: courier.slice(0, 40) }),
      );
      return report(listJson(now), [listLine(now, language)]);
    },
  }),
  command({
    name: 'handover print',
    zh: '打印交接单给快递员签字：一张单，或者不开单、只打这些订单（每家快递一张）；A4 或小票打印机',
    en: 'print what a courier signs, on A4 or a receipt printer: a list, or without one these orders, one paper per carrier',
    access: 'packParcels',
    operands: [optional(list)],
    options: paperOptions,
    async run({ workspace, language, signal, operands: [kept], options, wrongUsage }) {
      const { printer, paper, order: orderNos, state } = options;
      const isOfOrders = orderNos.length > 0 || state !== undefined;
      if ((kept !== undefined) === isOfOrders) return wrongUsage();
      if (kept === undefined)
        return printPapersOf('handover', { workspace, language, signal, orderNos, options });
      const { id, no } = kept;
      const columns = paper === '58' ? (32 as const) : (48 as const);
      const printed = unwrap(
        await printHandover(workspace, { handoverId: id, printerUri: printer, columns }),
      );
      return report({ no, ...printed }, [say(language, 'printed', { no })]);
    },
  }),
];

export const handoverCommands: readonly Command[] = [...showCommands, ...changeCommands];
