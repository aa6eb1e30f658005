import type { implement } from '@orpc/server';
import { type BenchParcel, phaseOf, piecesLeft } from '../../../../electron/packing/benchParcel.ts';
import { readingFault } from '../../../../electron/packing/judgeWeight.ts';
import { cleanCode, goodsKeyOf } from '../../../../electron/packing/readCode.ts';
import { type BenchGesture, type BenchStep, step } from '../../../../electron/packing/step.ts';
import type { Answered, Contract, contract } from '../../../../shared/contracts/contract.ts';
import type { OrderRow } from '../../../../shared/contracts/orders.ts';
import { readCommand } from '../../../../shared/domain/packing/packCommands.ts';
import type { PackingRules } from '../../../../shared/domain/packing/packing.ts';
import { type PackStop, packStops, stopFacts } from '../../../../shared/domain/packing/packStops.ts';
import { liesPacked, type PageWorld } from '../pageWorld.ts';
import { goodsOf, hoursOf, packedBefore, rulesOf, stopParams } from './benchSample.ts';

type Os = ReturnType<typeof implement<typeof contract>>;
type Answer = Answered<'packing', 'scan'>;
type Row = Answered<'packing', 'window'>['rows'][number];
type Name = keyof Contract['packing'];

/** One dark dot. */
const samplePicture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

interface BenchBox {
  readonly order: OrderRow;
  row: Row;
  parcel: BenchParcel;
}

/** How long a label is on its way. */
const printMs = 150;

const jobStates = {
  none: null,
  waiting: 'sending',
  lost: 'failed',
  unsure: 'unsure',
  out: 'confirmed',
  seen: 'scanned',
} as const;

/** The packing bench of the page's double: the core's own table over a few orders in memory. */
export function pagePacking(os: Os, { orders, own, now, fail, tell, options, taughtCodes }: PageWorld) {
  const { bench: scenes = [], isFresh } = options;
  const goods = goodsOf(scenes);
  let rules: PackingRules = rulesOf(scenes);
  const rows: Row[] = isFresh ? [] : packedBefore(orders.filter(liesPacked), now());
  const closedRows = (): Row[] => rows.filter(({ state }) => state === 'closed');
  const answers = new Map<string, Answer>();
  const units = new Set<string>();
  let open: BenchBox | null = null;
  /** That another bench has taken over what lay here. */
  let word: Answered<'packing', 'desk'>['taken'] = null;
  let hasTaken = false;

  const freshParcel = (order: OrderRow): BenchParcel => ({
    orderNo: order.orderNo,
    lines: goods.map(({ skuCode, quantity, hasSerials = false }) => ({
      keys: skuCode === '' ? [] : [skuCode],
      quantity,
      counted: 0,
      elsewhere: 0,
      hasSerials,
    })),
    isLast: true,
    isBooked: order.waybillNo !== '',
    hasWeight: false,
    doubtfulGrams: null,
    label: order.printState === null ? 'none' : order.printState === 'unsure' ? 'unsure' : 'out',
    isPrintedHere: false,
    passed: { items: false, weight: false, label: false },
    pendingKey: '',
  });
  const freshRow = (order: OrderRow): Row => ({
    parcelId: `parcel-${order.id}`,
    orderId: order.id,
    orderNo: order.orderNo,
    shop: order.shop,
    carrier: order.carrier,
    waybillNo: order.waybillNo,
    parcelNo: 1,
    parcelTotal: 1,
    state: 'open',
    version: 0,
    openedAt: now(),
    openedBy: own.actor().name,
    closedAt: null,
    closedBy: '',
    reopened: 0,
    slipCode: order.waybillNo === '' ? order.orderNo : '',
    slipPrintedAt: null,
    slipState: '',
    slipError: '',
    weightGrams: null,
  });
  const lyingOf = (order: OrderRow): BenchBox => {
    const known = rows.find(({ orderId }) => orderId === order.id);
    return { order, row: known ?? freshRow(order), parcel: freshParcel(order) };
  };
  const factsOf = ({ order, row, parcel }: BenchBox, isByLabel: boolean) => ({
    state: order.state,
    shop: order.shop,
    carrier: order.carrier,
    alarm: order.alarm,
    isRefundHeld: order.holdReason === 'refund',
    hasChange: false,
    goodsDoubt: '' as const,
    isMasked: false,
    shipmentState: order.shipmentState,
    packState: rows.includes(row) ? row.state : null,
    label: parcel.label,
    isBenchHeld: false,
    isOpenElsewhere: false,
    isByLabel,
  });
  const viewOf = ({ row, parcel }: BenchBox): NonNullable<Answer['parcel']> => ({
    ...row,
    phase: phaseOf(parcel, rules),
    isBooked: parcel.isBooked,
    lines: goods.map((line, index) => ({
      ...line,
      counted: parcel.lines[index]?.counted ?? 0,
      elsewhere: 0,
      countedBy: (parcel.lines[index]?.counted ?? 0) === 0 ? '' : line.skuCode === '' ? 'eye' : 'code',
      isByEye: line.skuCode === '',
      hasSerials: line.hasSerials ?? false,
      isGift: line.skuCode === '',
      hasPicture: line.skuCode.startsWith('COFFEE') || line.skuCode.startsWith('GOODS-0'),
    })),
    piecesLeft: piecesLeft(parcel),
    buyerRemark: scenes.includes('many') ? '' : '送朋友的，别放小票，谢谢。',
    sellerRemark: '易碎，多垫一层；送滤纸一包',
    isFragile: true,
    weightRange: { leastGrams: 1080, mostGrams: 1160, samples: 12 },
    doubtfulGrams: parcel.doubtfulGrams,
    labelState: jobStates[parcel.label],
    labelSeenAt: parcel.label === 'seen' ? now() : null,
    labelCode: parcel.label === 'lost' ? 'PRINTER_UNREACHABLE' : '',
    serialWanted: parcel.pendingKey,
    overrides: [],
    knownAt: now() - (scenes.includes('old') ? 100_000_000 : 1_200_000),
  });
  const stopView = (kind: PackStop, params: Record<string, string | number>, orderId: string) => {
    const { code, weight, mayOverride } = stopFacts(kind);
    return { kind, weight, code, params, mayOverride, orderId };
  };

  /** A label takes a moment; where none comes out, it is told. */
  function comesOut(lying: BenchBox | null, isTriedAgain = false): void {
    setTimeout(() => {
      if (lying === null || lying.parcel.label !== 'waiting') return;
      lying.parcel = { ...lying.parcel, label: scenes.includes('lost') && !isTriedAgain ? 'lost' : 'out' };
      tell('packing', 'printJobs');
    }, printMs);
  }

  /** Another bench takes it over, once. */
  function takeAway({ id, orderNo }: OrderRow): void {
    setTimeout(() => {
      if (hasTaken) return;
      hasTaken = true;
      open = null;
      word = stopView('taken-over', { ...stopParams(now()), orderNo }, id);
      tell('packing');
    }, printMs);
  }

  function settle(judged: BenchStep, taken: BenchBox | null): void {
    for (const effect of judged.effects) {
      if (effect.do === 'drop') open = null;
      if (effect.do === 'open' && taken !== null) {
        open = { ...taken, row: { ...taken.row, state: 'open' } };
        if (!rows.some(({ parcelId }) => parcelId === taken.row.parcelId)) rows.unshift(open.row);
        if (scenes.includes('taken')) takeAway(taken.order);
      }
      if (effect.do === 'weigh' && open !== null) open.row = { ...open.row, weightGrams: effect.grams };
      if (open !== null && (effect.do === 'close' || effect.do === 'aside')) {
        const ended = effect.do === 'close' ? ('closed' as const) : ('aside' as const);
        const closedAt = effect.do === 'close' ? now() : null;
        const hasSlip = effect.do === 'aside' && rules.slipPrinterUri !== '';
        const slip = hasSlip ? ({ slipState: 'printed', slipPrintedAt: now() } as const) : {};
        open.row = { ...open.row, ...slip, state: ended, closedAt, closedBy: own.actor().name };
      }
      if (open !== null) {
        const { row } = open;
        rows.splice(
          rows.findIndex(({ parcelId }) => parcelId === row.parcelId),
          1,
          row,
        );
      }
    }
    if (judged.parcel === null) open = null;
    else if (open !== null) open.parcel = judged.parcel;
    if (judged.effects.some((effect) => effect.do === 'print')) comesOut(open);
  }

  function came(
    gestureId: string,
    gesture: BenchGesture,
    params: Record<string, string | number> = {},
    taken: BenchBox | null = null,
  ): Answer {
    const before = open;
    const judged = step(open?.parcel ?? null, rules, gesture);
    settle(judged, taken);
    const about = taken ?? before;
    const named =
      about === null ? {} : { orderNo: about.order.orderNo, parcelNo: 1, carrierCode: about.order.carrier };
    const shown = taken !== null && judged.effects.length === 0 ? null : about;
    return keep({
      gestureId,
      says: judged.says,
      stop:
        judged.stop === null ? null : stopView(judged.stop, { ...named, ...params }, about?.order.id ?? ''),
      about: shown === null ? null : (rows.find(({ parcelId }) => parcelId === shown.row.parcelId) ?? null),
      parcel: open === null ? null : viewOf(open),
      isPrinting: judged.effects.some((effect) => effect.do === 'print'),
      extraNo: '',
    });
  }

  const quiet = { about: null, isPrinting: false, extraNo: '' } as const;
  function keep(answer: Answer): Answer {
    answers.set(answer.gestureId, answer);
    tell('packing', 'orders');
    return answer;
  }

  const said = (gestureId: string, says: Answer['says']): Answer =>
    keep({
      gestureId,
      says,
      stop: null,
      about: null,
      parcel: open === null ? null : viewOf(open),
      isPrinting: says === 'reprinted',
      extraNo: says === 'extra-made' ? `${open?.order.orderNo}-X1` : '',
    });

  function commanded(
    gestureId: string,
    command: NonNullable<Exclude<ReturnType<typeof readCommand>, 'unknown'>>['command'],
  ): Answer {
    switch (command) {
      case 'next':
      case 'abort':
      case 'confirm':
      case 'override':
        return came(gestureId, { kind: command }, { count: open === null ? 0 : piecesLeft(open.parcel) });
      case 'hold': {
        open = null;
        return said(gestureId, 'held');
      }
      case 'reprint':
      case 'print-last':
        if (open !== null) {
          open.parcel = { ...open.parcel, label: 'waiting' };
          comesOut(open, true);
        }
        return said(gestureId, 'reprinted');
      case 'extra-parcel':
        return said(gestureId, 'extra-made');
      default:
        return said(gestureId, command);
    }
  }

  function playStop(gestureId: string, kind: PackStop): Answer {
    const order = open?.order ?? orders[0];
    const params = { orderNo: order?.orderNo ?? '', ...stopParams(now()) };
    return keep({
      gestureId,
      says: stopFacts(kind).weight === 'stop' ? 'stopped' : 'opened',
      stop: stopView(kind, params, order?.id ?? ''),
      parcel: open === null ? null : viewOf(open),
      ...quiet,
    });
  }

  function scanned(gestureId: string, raw: string): Answer {
    const code = cleanCode(raw);
    const command = readCommand(code);
    if (command !== null && command !== 'unknown') return commanded(gestureId, command.command);
    const order = orders.find(
      ({ orderNo, waybillNo }) => orderNo === code || (waybillNo !== '' && waybillNo === code),
    );
    if (order !== undefined) {
      const isByLabel = order.waybillNo === code;
      if (open?.order.id === order.id)
        return came(gestureId, { kind: isByLabel ? 'own-label' : 'own-order' });
      const taken = lyingOf(order);
      const facts = factsOf(taken, isByLabel);
      const params = { otherNo: order.orderNo, left: open === null ? 0 : piecesLeft(open.parcel) };
      const gesture = {
        kind: 'other',
        facts,
        parcel: taken.parcel,
        isPassed: false,
        orderNo: order.orderNo,
      } as const;
      return came(gestureId, gesture, params, taken);
    }
    // `STOP-REFUNDED` plays any stop there is.
    const stop = packStops.find((kind) => code === `STOP-${kind}`.toUpperCase());
    if (stop !== undefined) return playStop(gestureId, stop);
    const [goodsKey = '', unit = ''] = goodsKeyOf(code).split('#');
    const key = taughtCodes.get(goodsKey)?.skuCode ?? goodsKey;
    const isGoods = goods.some(({ skuCode }) => skuCode === key) || key.startsWith('SKU');
    if (!isGoods) return came(gestureId, { kind: 'nothing', stop: 'unknown' }, { code });
    const isUnitUsed = unit !== '' && units.has(code);
    if (unit !== '') units.add(code);
    return came(gestureId, { kind: 'goods', key, unit, isUnitUsed }, { code, quantity: 2 });
  }

  function hearWord(gestureId: string, stop: Answer['stop']): Answer {
    word = null;
    return keep({ gestureId, says: 'stopped', stop, parcel: null, ...quiet });
  }

  const once = (gestureId: string, act: () => Answer): Answer =>
    answers.get(gestureId) ?? (word === null ? act() : hearWord(gestureId, word));
  return {
    desk: os.packing.desk.handler(() => ({
      parcel: open === null ? null : viewOf(open),
      last: closedRows()[0] ?? null,
      taken: word,
      packedToday: closedRows().length,
      hours: hoursOf(closedRows(), now()),
      aside: rows.filter(({ state }) => state === 'aside').length,
      lostSlips: rows.filter(({ state, slipState }) => state === 'aside' && slipState === 'failed').length,
      rules,
    })),
    scan: os.packing.scan.handler(({ input }) =>
      once(input.gestureId, () => scanned(input.gestureId, input.code)),
    ),
    weigh: os.packing.weigh.handler(({ input }) =>
      once(input.gestureId, () =>
        came(
          input.gestureId,
          {
            kind: 'weight',
            grams: input.grams,
            fault: readingFault(input, null),
            range: { leastGrams: 1080, mostGrams: 1160, samples: 12 },
          },
          { grams: input.grams, least: 1080, most: 1160, seconds: Math.round(input.ageMs / 1000) },
        ),
      ),
    ),
    command: os.packing.command.handler(({ input }) => {
      const hasLeft = options.haveParcelsLeft === true && input.command === 'reprint';
      if (hasLeft && input.hasLeft !== true)
        fail('LABEL_PARCEL_HAS_LEFT', { orderNo: open?.order.orderNo ?? '' });
      return once(input.gestureId, () => commanded(input.gestureId, input.command));
    }),
    reopen: os.packing.reopen.handler(({ input }) => {
      const row = rows.find(({ parcelId }) => parcelId === input.parcelId);
      const order = orders.find(({ id }) => id === row?.orderId);
      if (row === undefined || order === undefined) return fail('PACK_PARCEL_NOT_FOUND');
      open = {
        order,
        row: { ...row, state: 'open', reopened: row.reopened + 1 },
        parcel: freshParcel(order),
      };
      return said(input.gestureId, 'reopened');
    }),
    window: os.packing.window.handler(({ input }) => {
      const shown = rows.filter(({ state }) =>
        input.list === 'aside' ? state === 'aside' : state === 'closed',
      );
      return { total: shown.length, rows: shown.slice(input.offset, input.offset + input.limit) };
    }),
    pictures: os.packing.pictures.handler(({ input }) => ({
      pictures: input.mayLoad
        ? goods.map((_, line) => ({ line, type: 'image/png' as const, base64: samplePicture })).slice(0, 4)
        : [],
      missing: input.mayLoad ? 0 : 1,
    })),
    printSlip: os.packing.printSlip.handler(({ input }) => {
      const at = rows.findIndex(({ parcelId }) => parcelId === input.parcelId);
      const row = rows[at] ?? fail('PACK_PARCEL_NOT_FOUND');
      if (rules.slipPrinterUri === '') return fail('PACK_NO_SLIP_PRINTER', { code: row.slipCode });
      rows[at] = { ...row, slipState: 'printed', slipPrintedAt: now() };
      return { printed: 1 };
    }),
    rules: os.packing.rules.handler(() => rules),
    setRules: os.packing.setRules.handler(({ input }) => {
      rules = { ...rules, ...input } as PackingRules;
      tell('settings', 'packing');
      return rules;
    }),
    setPrinters: os.packing.setPrinters.handler(({ input }) => {
      rules = { ...rules, ...input } as PackingRules;
      tell('settings', 'packing');
      return rules;
    }),
  } satisfies Record<Name, unknown>;
}
