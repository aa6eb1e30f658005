import type { PackAnswer, PackedParcelRow } from '../../../shared/contracts/packing/packing.ts';
import { packCommands, packReasons } from '../../../shared/domain/packing/packCommands.ts';
import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { describeError, inOneLine, type Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import type { PackedParcel } from '../../store/packing/packingRows.ts';
import type { Order } from '../../store/schema.ts';
import { commandAtBench } from '../../usecases/packing/command.ts';
import { reopenAtBench } from '../../usecases/packing/reopen.ts';
import { scanAtBench } from '../../usecases/packing/scan.ts';
import { listPacked, readDesk } from '../../usecases/packing/show.ts';
import { printSlip } from '../../usecases/packing/slip.ts';
import { weighAtBench } from '../../usecases/packing/weigh.ts';
import { withWorkers } from '../../usecases/workspace/withWorkers.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { WorkTally } from '../../usecases/workspace/workTally.ts';
import {
  type Command,
  type CommandContext,
  type CommandResult,
  command,
  report,
  unwrap,
} from '../main/command.ts';
import { isoTime, localTime, nothing, phrases, saidOf } from '../main/phrases.ts';
import { filledText, flag, many, oneOf, optional, required, text, usual, whole } from '../main/word.ts';
import { order } from '../orders/order.ts';

const say = phrases({
  open: [
    '打包台：{orderNo} 第 {parcelNo}/{parcelTotal} 件，{phase}',
    'On the bench: {orderNo} parcel {parcelNo}/{parcelTotal}, {phase}',
  ],
  left: ['，还差 {left} 件', ', {left} {left|piece|pieces} left'],
  empty: ['打包台是空的', 'The bench is empty'],
  today: [
    '今天打包 {packed} 件，等单号 {aside} 件',
    '{packed} {packed|parcel|parcels} packed today, {aside} {aside|waits for its number|wait for their numbers}',
  ],
  hour: ['{hour} 点 {operator}：{parcels} 件', '{hour}:00 {operator}: {parcels} {parcels|parcel|parcels}'],
  parcel: [
    '{orderNo} 第 {parcelNo}/{parcelTotal} 件 {waybillNo}：{state}（{at}）',
    '{orderNo} parcel {parcelNo}/{parcelTotal} {waybillNo}: {state} ({at})',
  ],
  prints: ['面单已送打印机', 'its label goes to the printer'],
  printed: [
    '面单打印 {printed} 张，待确认 {unsure} 张',
    '{printed} {printed|label|labels} printed, {unsure} unconfirmed',
  ],
  'slip-printed': ['临时单 {slipCode} 已打印', 'slip {slipCode} printed'],
  'slip-waiting': ['临时单 {slipCode} 还在等打印机', 'slip {slipCode} waits for its printer'],
  'slip-sending': ['临时单 {slipCode} 正在打印', 'slip {slipCode} is printing'],
  'slip-unsure': ['临时单 {slipCode} 可能打了，看打印机', 'slip {slipCode} may be out: look at the printer'],
  'slip-failed': ['临时单 {slipCode} 没打出来', 'slip {slipCode} did not print'],
});

/** The sentences of what stopped a gesture. */
function stopLines({ stop }: PackAnswer, language: Language): string[] {
  if (stop === null || !isErrorCode(stop.code)) return [];
  const told = inOneLine(describeError(stop.code, stop.params, language, 'commandLine'), language);
  return [saidOf(wordFor(language, 'packStop', stop.kind), told, language)];
}

function answerLines(answer: PackAnswer, language: Language): string[] {
  const { says, isPrinting, about, extraNo } = answer;
  const word = wordFor(language, 'packSaying', says);
  const of = extraNo !== '' ? ` ${extraNo}` : about === null ? '' : ` ${about.orderNo}`;
  const prints = isPrinting ? [say(language, 'prints')] : [];
  return [[word + of, ...prints].join(' · '), ...stopLines(answer, language)];
}

const isStopped = ({ says }: PackAnswer): boolean => says === 'stopped';

function openLine(parcel: PackAnswer['parcel'], language: Language): string {
  if (parcel === null) return say(language, 'empty');
  const { orderNo, parcelNo, parcelTotal, phase, piecesLeft: left } = parcel;
  const open = say(language, 'open', {
    orderNo,
    parcelNo,
    parcelTotal,
    phase: wordFor(language, 'packPhase', phase),
  });
  // Goods that are not checked, or no longer asked for, are not missing.
  return phase === 'items' ? `${open}${say(language, 'left', { left })}` : open;
}

type SendContext = Pick<CommandContext, 'language' | 'signal' | 'terminal'> & {
  readonly workspace: Workspace;
};

/** As long as a printer or a recorder that does not react is waited for. */
const patienceMs = 8_000;

/** What gestures have put on its way goes out before the command ends, as it does beside an open window: label, slip, word to the recorder. */
async function sendOut({ workspace, language, signal, terminal }: SendContext): Promise<WorkTally | null> {
  const dueAt = await workspace.store.read.jobs.nextDueAt(['print', 'slip', 'film']);
  if (dueAt === null || dueAt > workspace.clock.now() + patienceMs) return null;
  const onRecorderFailed = ({ code, params }: Failure) => {
    terminal.note(inOneLine(describeError(code, params, language, 'commandLine'), language));
  };
  const run = { signal, patienceMs, onRecorderFailed };
  return (await withWorkers(workspace, run, ({ printing, untilIdle }) => untilIdle(printing))).tally;
}

/** Gestures, what came of them on paper, and how the bench stands then. */
async function told(hands: SendContext, answers: readonly PackAnswer[]): Promise<Outcome<CommandResult>> {
  const { workspace, language } = hands;
  const tally = await sendOut(hands);
  const [printed, unsure] = [tally?.printed ?? 0, tally?.printUnsure ?? 0];
  const { parcel } = await readDesk(workspace);
  const put = answers.flatMap(({ says, about }) =>
    says === 'aside' && about !== null ? [about.parcelId] : [],
  );
  const slips: string[] = [];
  for (const parcelId of put) {
    const row = await workspace.store.read.packedParcels.byId(parcelId);
    if (row !== undefined && row.slipState !== '')
      slips.push(say(language, `slip-${row.slipState}`, { slipCode: row.slipCode }));
  }
  const labels = printed + unsure === 0 ? [] : [say(language, 'printed', { printed, unsure })];
  const lines = answers.flatMap((answer) => answerLines(answer, language));
  const human = [...lines, ...labels, ...slips, openLine(parcel, language)];
  const isOff = answers.some(isStopped) || (tally?.printFailed ?? 0) + unsure > 0;
  return report({ answers, parcel, printed, unsure }, human, isOff);
}

/** What somebody at a command line may give for a gesture of theirs; the same again counts once. */
const gesture = { gesture: filledText('ID', 50) };
const gestureOf = ({ nextId }: Workspace, given: string | undefined): string =>
  given ?? `command-${nextId()}`;

async function packedBox(
  { store }: Workspace,
  { id: orderId }: Pick<Order, 'id'>,
  boxNo: number,
): Promise<Outcome<PackedParcel>> {
  const boxes = await store.read.packedParcels.ofOrder(orderId);
  const box = boxes.find(({ parcelNo }) => parcelNo === boxNo);
  return box === undefined ? failure('PACK_PARCEL_NOT_FOUND') : done(box);
}

const rowJson = ({ openedAt, closedAt, slipPrintedAt, ...row }: PackedParcelRow) => ({
  ...row,
  openedAt: isoTime(openedAt),
  closedAt: isoTime(closedAt),
  slipPrintedAt: isoTime(slipPrintedAt),
});

function rowLine(row: PackedParcelRow, language: Language): string {
  const { orderNo, parcelNo, parcelTotal, waybillNo, slipCode, state, closedAt, openedAt } = row;
  const at = localTime(closedAt ?? openedAt);
  const number = waybillNo === '' ? slipCode : waybillNo;
  const word = wordFor(language, 'packState', state);
  return say(language, 'parcel', { orderNo, parcelNo, parcelTotal, waybillNo: number, state: word, at });
}

const gestureCommands: readonly Command[] = [
  command({
    name: 'pack scan',
    zh: '在打包台扫码：订单号、面单、商品、唯一码或命令码，按顺序；停下就不再往下扫',
    en: 'scan at the packing bench, in turn: order numbers, labels, goods, single pieces, command barcodes; ends at the first stop',
    access: 'packParcels',
    operands: [many(filledText('CODE', 200))],
    options: gesture,
    async run({ operands: [codes], options, ...hands }) {
      const { workspace } = hands;
      const answers: PackAnswer[] = [];
      for (const [index, code] of codes.entries()) {
        const gestureId = gestureOf(
          workspace,
          options.gesture === undefined ? undefined : `${options.gesture}-${index + 1}`,
        );
        answers.push(unwrap(await scanAtBench(workspace, { gestureId, code })));
        if (answers.some(isStopped)) break;
      }
      return told(hands, answers);
    },
  }),
  command({
    name: 'pack do',
    zh: '执行打包台的命令：下一个、放弃、已清点、放行、重打、拦下、加一件等；有的需要原因',
    en: 'do what a command barcode of the packing bench does; some need a reason',
    access: 'packParcels',
    operands: [oneOf(packCommands, 'COMMAND')],
    options: { reason: text(`TEXT|${packReasons[0]}…`), ...gesture },
    async run({ operands: [wanted], options: { reason, gesture: given }, ...hands }) {
      const { workspace } = hands;
      const asked = { gestureId: gestureOf(workspace, given), command: wanted, reason };
      return told(hands, [unwrap(await commandAtBench(workspace, asked))]);
    },
  }),
  command({
    name: 'pack weigh',
    zh: '填写打包台上包裹的重量（克），是人从秤上读的',
    en: 'enter the weight in grams of the parcel on the bench, as somebody read it off a scale',
    access: 'packParcels',
    operands: [whole(1, 1_000_000, 'GRAMS')],
    options: gesture,
    async run({ operands: [grams], options, ...hands }) {
      const { workspace } = hands;
      const { parcel } = await readDesk(workspace);
      const reading = { source: 'typed' as const, grams, ageMs: 0, isStable: true, zeroAgeMs: null };
      const gestureId = gestureOf(workspace, options.gesture);
      const asked = { ...reading, gestureId, parcelId: parcel?.parcelId ?? '' };
      return told(hands, [unwrap(await weighAtBench(workspace, asked))]);
    },
  }),
  command({
    name: 'pack reopen',
    zh: '重新打开已打包的包裹，需要原因；交给快递后不行',
    en: 'open a packed parcel again, with a reason; not once it was handed over',
    access: 'packParcels',
    operands: [order],
    options: { reason: required(filledText('TEXT', 100)), box: usual(whole(1, 300), 1), ...gesture },
    async run({ operands: [named], options: { reason, box, gesture: given }, ...hands }) {
      const { workspace } = hands;
      const parcel = unwrap(await packedBox(workspace, named, box));
      const asked = { gestureId: gestureOf(workspace, given), parcelId: parcel.id, reason };
      return told(hands, [unwrap(await reopenAtBench(workspace, asked))]);
    },
  }),
];

const listCommands: readonly Command[] = [
  command({
    name: 'pack status',
    zh: '显示打包台：打开的包裹、今天每人每小时的件数',
    en: 'show the packing bench: the open parcel, and parcels per operator and hour of today',
    access: 'seeWork',
    async run({ workspace, language }) {
      const desk = await readDesk(workspace);
      const { parcel, last, packedToday: packed, aside, hours } = desk;
      const human = [
        openLine(parcel, language),
        say(language, 'today', { packed, aside }),
        ...hours.map(({ operator, ...rest }) =>
          say(language, 'hour', { ...rest, operator: operator || '—' }),
        ),
      ];
      return report({ ...desk, last: last === null ? null : rowJson(last) }, human);
    },
  }),
  command({
    name: 'pack list',
    zh: '列出今天打包的包裹；--aside 列出等单号的',
    en: 'list parcels packed today, or with --aside those that wait for their numbers',
    access: 'seeWork',
    options: { aside: flag, limit: usual(whole(1, 500), 100) },
    async run({ workspace, language, options: { aside, limit } }) {
      const asked = { list: aside ? ('aside' as const) : ('packed' as const), offset: 0, limit };
      const { total, rows } = await listPacked(workspace, asked);
      const human = total === 0 ? [nothing(language)] : rows.map((row) => rowLine(row, language));
      return report({ total, parcels: rows.map(rowJson) }, human);
    },
  }),
  command({
    name: 'pack slip',
    zh: '打印放一边的包裹的临时单',
    en: 'print the slip of a parcel that was put aside',
    access: 'packParcels',
    operands: [order, optional(whole(1, 300, 'BOX'))],
    async run({ workspace, language, operands: [named, box = 1] }) {
      const parcel = unwrap(await packedBox(workspace, named, box));
      const { printed } = unwrap(await printSlip(workspace, { parcelId: parcel.id }));
      return report({ printed, slipCode: parcel.slipCode }, [
        say(language, 'slip-printed', { slipCode: parcel.slipCode }),
      ]);
    },
  }),
];

export const packCommandLine: readonly Command[] = [...gestureCommands, ...listCommands];
