import { carrierName, readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { type ErrorParams, failure } from '../../../shared/errors/outcome.ts';
import { describeError, inOneLine, type Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import type { TrackedParcel } from '../../store/schema.ts';
import { carrierOfNumber, followNumbers } from '../../usecases/tracking/follow/followNumbers.ts';
import { refreshTracking } from '../../usecases/tracking/refreshTracking.ts';
import { askingOf, shownEvents } from '../../usecases/tracking/shownTracking.ts';
import { workCases } from '../../usecases/tracking/workCases.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, nothing, phrases, saidOf } from '../main/phrases.ts';
import { flag, many, optional, text, usual } from '../main/word.ts';
import { recordShown } from '../orders/order.ts';

const say = phrases({
  waybill: ['{waybillNo} {carrier} {state}（{checkedAt}）', '{waybillNo} {carrier} {state} ({checkedAt})'],
  never: ['尚未查询', 'not asked yet'],
  asked: ['{at} 查询', 'asked {at}'],
  raw: ['平台状态 {rawState}（不认识）', 'platform state {rawState} (unknown)'],
  waiting: [
    '{count} 个到期的单号按今天的次数安排在后面查；要马上查，请写出单号。',
    '{count} {count|number is due and waits for its|numbers are due and wait for their} share of today’s queries; name a number to ask at once.',
  ],
  left: [
    '停下了，还有 {count} 个单号没有问。',
    'Stopped; {count} {count|number was|numbers were} not asked for.',
  ],
  failed: [
    '{count} 个单号没有问到，以上是已知的轨迹。{code}：{says}{next}',
    '{count} {count|number|numbers} could not be asked for; above is what is known. {code}: {says} {next}',
  ],
});

/** Everything shown at once by `track` without numbers. */
const listLimit = 500;

/** The loosest of all carriers' shapes. */
const waybillPattern = /^[A-Z0-9-]{4,35}$/;

/** Parcels travel on Chinese time, machines read UTC. */
async function shipmentView(workspace: Workspace, row: TrackedParcel, isRevealed: boolean) {
  const events = await shownEvents(workspace, row, isRevealed);
  const asking = askingOf(row, workspace.clock.now());
  return {
    waybillNo: row.waybillNo,
    orderNo: row.orderNo,
    carrier: row.carrier,
    state: row.state,
    events: events.map(({ at, text: told, location, status }) => ({
      time: isoTime(at),
      text: told,
      location,
      status,
    })),
    exception: row.exception,
    ...asking,
    nextAt: isoTime(asking.nextAt),
    checkedAt: isoTime(row.checkedAt),
  };
}

type ShipmentView = Awaited<ReturnType<typeof shipmentView>>;

function shipmentLines(shipment: ShipmentView, language: Language): string[] {
  const { waybillNo, carrier, state, exception, rawState, checkedAt, oddities, stopReason, events } =
    shipment;
  const asked =
    checkedAt === null
      ? say(language, 'never')
      : say(language, 'asked', { at: localTime(Date.parse(checkedAt)) });
  return [
    say(language, 'waybill', {
      waybillNo,
      carrier: carrierName(carrier, language),
      state: rawState === '' ? wordFor(language, 'tracking', state) : say(language, 'raw', { rawState }),
      checkedAt: asked,
    }),
    ...(exception === '' ? [] : [`    ! ${wordFor(language, 'exception', exception)}`]),
    ...oddities.map((oddity) => `    ! ${wordFor(language, 'oddity', oddity)}`),
    ...(stopReason === null ? [] : [`    ! ${wordFor(language, 'stopReason', stopReason)}`]),
    ...events.map((event) => `    ${localTime(Date.parse(event.time))}  ${event.location} ${event.text}`),
  ];
}

function failedLine(code: ErrorCode, params: ErrorParams, count: number, language: Language): string {
  const { says, next } = describeError(code, params, language, 'commandLine');
  return say(language, 'failed', { count, code, says, next });
}

interface RefusedNumber {
  readonly waybillNo: string;
  readonly code: ErrorCode;
}

/** Follows numbers that are not from here, with whichever account can ask for them. One that cannot be keeps no other waiting. */
async function followUnknown(
  workspace: Workspace,
  waybillNos: readonly string[],
  carrierText: string,
): Promise<readonly RefusedNumber[]> {
  const named = readCarrierCode(carrierText) ?? carrierText.trim();
  const refused: RefusedNumber[] = [];
  for (const waybillNo of waybillNos) {
    if (!waybillPattern.test(waybillNo)) {
      refused.push({ waybillNo, code: 'WAYBILL_INVALID' });
      continue;
    }
    const known = await workspace.store.read.tracking.byWaybill(waybillNo);
    if (known !== undefined && named === '') continue;
    const carrier = named === '' ? await carrierOfNumber(workspace, waybillNo) : named;
    const outcome = await followNumbers(workspace, [{ waybillNo, carrier, phoneTail: '' }]);
    refused.push(...outcome.refused);
  }
  return refused;
}

function refusedLine({ waybillNo, code }: RefusedNumber, language: Language): string {
  const { says, next } = describeError(code, { waybillNo }, language, 'commandLine');
  // Some name the number themselves.
  const named = says.includes(waybillNo) ? says : saidOf(waybillNo, says, language);
  return inOneLine({ says: named, next }, language);
}

async function rowsOf({ store }: Workspace, waybillNos: readonly string[]): Promise<TrackedParcel[]> {
  const { tracking } = store.read;
  if (waybillNos.length === 0) return tracking.window({}, { offset: 0, limit: listLimit });
  const rows = await Promise.all(waybillNos.map((waybillNo) => tracking.byWaybill(waybillNo)));
  return rows.filter((row) => row !== undefined);
}

export const trackCommands: readonly Command[] = [
  command({
    name: 'track',
    zh: '查询并显示轨迹（个人信息打码，--reveal 显示）；不认识的单号自动识别快递公司',
    en: 'refresh and show tracking (personal data masked unless --reveal); an unknown carrier is recognised',
    access: 'seeWork',
    begins: true,
    reveals: 'seePersonalData',
    operands: [optional(many(text('WAYBILL')))],
    options: { carrier: usual(text('CODE'), ''), due: flag },
    async run({ workspace, operands: [numbers], options: { carrier, due }, ...context }) {
      const { language, isRevealed } = context;
      const asked = numbers.map((number) => number.trim().toUpperCase());
      const refused = await followUnknown(workspace, asked, carrier);
      const [first] = refused;
      if (first !== undefined && refused.length === asked.length)
        unwrap(failure(first.code, { waybillNo: first.waybillNo }));
      const waybillNos = asked.filter((number) => !refused.some(({ waybillNo }) => waybillNo === number));
      const isAll = waybillNos.length === 0 || due;
      const refreshed = await refreshTracking(
        workspace,
        isAll ? { due: 'caught-up' } : { waybillNos },
        context.signal,
      );
      // Where no window is open nobody else finds what is wrong with what has just been learnt, and reviews would count none.
      await workCases(workspace, context.signal);
      const rows = await rowsOf(workspace, waybillNos);
      await recordShown(workspace, context, { what: 'tracking', count: rows.length });
      const shipments = await Promise.all(rows.map((row) => shipmentView(workspace, row, isRevealed)));
      const { failed, waiting, left, errorCode, errorParams } = refreshed;
      const human = shipments.flatMap((shipment) => shipmentLines(shipment, language));
      if (shipments.length === 0) human.push(nothing(language));
      // What is known stands, with its age, whatever the platform says today.
      if (errorCode !== '') human.push(failedLine(errorCode, errorParams, failed, language));
      human.push(...refused.map((one) => refusedLine(one, language)));
      if (left > 0) human.push(say(language, 'left', { count: left }));
      if (waiting > 0) human.push(say(language, 'waiting', { count: waiting }));
      return report({ shipments, refused, ...refreshed }, human, failed + left + refused.length > 0);
    },
  }),
];
