import type {
  PackAnswer,
  PackDesk,
  PackedParcelRow,
  PackedParcelView,
  PackLine,
  PackStopView,
} from '../../../../shared/contracts/packing/packing.ts';
import { keysOf } from '../../../../shared/rules/typedRecord.ts';
import { roomOfLine } from './shownLines.ts';
import { piecesByEye, type Verdict } from './verdict.ts';

/** What a hand may do where no gun is needed. */
export type BenchAct =
  | 'confirm'
  | 'teach'
  | 'weigh'
  | 'override'
  | 'again'
  | 'reprint'
  | 'hold'
  | 'extra'
  | 'abort'
  | 'reopen'
  | 'toPrint'
  | 'next';

const printedStates: readonly (string | null)[] = ['accepted', 'confirmed', 'scanned'];

/** They concern the order itself, and nobody may override them. */
const haltsOfOrder: readonly PackStopView['kind'][] = [
  'refunded',
  'cancelled',
  'held',
  'regrouped',
  'left',
  'goods-doubt',
  'masked',
];

/** The parcel on the bench must not leave: it is put back, and nothing else helps. */
const isHalted = (parcel: PackedParcelView | null, verdict: Verdict): boolean =>
  parcel !== null &&
  verdict.kind === 'stop' &&
  haltsOfOrder.includes(verdict.stop.kind) &&
  verdict.stop.orderId === parcel.orderId;

/** Can somebody with the right override this stop? */
function isPassable(parcel: PackedParcelView | null, verdict: Verdict): boolean {
  if (verdict.kind === 'stop' && verdict.stop.mayOverride) return true;
  if (parcel === null) return false;
  return parcel.phase === 'items' || parcel.phase === 'weight' || parcel.phase === 'label';
}

/** The bench shows no more of a code: what it does not show whole it cannot teach. */
const longestTaught = 39;

/** A barcode that nobody has taught yet, and the goods of the open parcel it may be on; null: there is nothing to teach. */
export function teachable(
  verdict: Verdict,
  parcel: PackedParcelView | null,
): { readonly code: string; readonly lines: readonly PackLine[] } | null {
  if (parcel === null || parcel.phase !== 'items') return null;
  if (verdict.kind !== 'stop' || verdict.stop.kind !== 'unknown') return null;
  const code = String(verdict.stop.params.code ?? '');
  if (code === '' || code.length > longestTaught) return null;
  const wanted = new Map<string, PackLine>();
  for (const line of parcel.lines)
    if (line.skuCode !== '' && roomOfLine(line) > 0 && !wanted.has(line.skuCode))
      wanted.set(line.skuCode, line);
  return wanted.size === 0 ? null : { code, lines: [...wanted.values()] };
}

/** The label of a parcel that has left was refused: who asks for it again is asked for a tick besides the reason. */
export const isOfGoneParcel = (verdict: Verdict): boolean =>
  verdict.kind === 'failure' && verdict.failure.code === 'LABEL_PARCEL_HAS_LEFT';

const weightStops: readonly string[] = ['no-weight', 'weight-moving', 'weight-old', 'weight-carried'];

/** The one act that the big state asks of a hand; null: the gun does it. */
export function mainAct(verdict: Verdict, parcel: PackedParcelView | null): BenchAct | null {
  if (isOfGoneParcel(verdict)) return 'reprint';
  if (verdict.kind === 'stop') {
    const { kind, mayOverride } = verdict.stop;
    if (mayOverride) return 'override';
    if (kind === 'printer') return 'again';
    if (kind === 'label-unsure') return 'toPrint';
    if (kind === 'items-missing' && parcel !== null && piecesByEye(parcel) > 0) return 'confirm';
    return weightStops.includes(kind) ? 'weigh' : null;
  }
  if (verdict.kind !== 'want') return null;
  const acts = {
    eye: 'confirm',
    scale: 'weigh',
    scaleLost: 'weigh',
    lost: 'again',
    // The packer holds the parcel and decides about its label here.
    heldLabel: 'again',
    paper: 'toPrint',
    next: 'next',
  } as const;
  const { want } = verdict;
  return want in acts ? acts[want as keyof typeof acts] : null;
}

/** The packed parcel that may come back onto the empty bench: the one just scanned, else the one packed last. */
export function reopenable(
  verdict: Verdict,
  answer: PackAnswer | null,
  { parcel, last }: Pick<PackDesk, 'parcel' | 'last'>,
): PackedParcelRow | null {
  const isScanned = verdict.kind === 'stop' && verdict.stop.kind === 'already-packed';
  const row = isScanned ? (answer?.about ?? null) : last;
  return parcel === null && row?.state === 'closed' ? row : null;
}

/** What else can be done now, in the order of the buttons; never one without effect. */
export function otherActs(
  verdict: Verdict,
  { parcel, last }: Pick<PackDesk, 'parcel' | 'last'>,
  packed: PackedParcelRow | null,
): readonly BenchAct[] {
  const can: Readonly<Record<BenchAct, boolean>> = {
    confirm: parcel !== null && piecesByEye(parcel) > 0,
    teach: teachable(verdict, parcel) !== null,
    weigh: parcel?.phase === 'weight',
    override: isPassable(parcel, verdict),
    again: parcel?.labelState === 'failed' || parcel?.labelState === 'held',
    reprint: parcel === null ? last !== null : printedStates.includes(parcel.labelState),
    extra: parcel?.isBooked === true,
    hold: parcel !== null,
    reopen: packed !== null,
    toPrint: false,
    next: false,
    abort: parcel !== null,
  };
  const main = mainAct(verdict, parcel);
  if (isHalted(parcel, verdict)) return ['abort'];
  return keysOf(can).filter((act) => can[act] && act !== main);
}
