import type {
  PackAnswer,
  PackedParcelView,
  PackStopView,
} from '../../../../shared/contracts/packing/packing.ts';
import type { PackSaying } from '../../../../shared/domain/packing/packing.ts';
import type { ScaleState } from '../../../../shared/domain/packing/scale.ts';
import type { PageFailure } from '../../../bridge/failureOf.ts';
import { roomOfLine } from './shownLines.ts';
import { type BenchLook, lookOfStop } from './stopLooks.ts';

/** What is asked of the packer when nothing speaks against it. */
export type BenchWant =
  | 'code'
  | 'goods'
  | 'serial'
  | 'eye'
  | 'scale'
  | 'scaleLost'
  | 'printing'
  | 'byHand'
  | 'lost'
  | 'heldLabel'
  | 'paper'
  | 'label'
  | 'next';

/** Ended with this gesture, and said until the next one. */
type BenchEnd = Extract<PackSaying, 'closed' | 'aside' | 'dropped' | 'held' | 'extra-made' | 'reprinted'>;
const ends: readonly PackSaying[] = ['closed', 'aside', 'dropped', 'held', 'extra-made', 'reprinted'];
const isEnd = (says: PackSaying): says is BenchEnd => ends.includes(says);

/** The one big state: what stopped, what failed, what has ended, or what is wanted next. */
export type Verdict =
  | { readonly kind: 'stop'; readonly look: BenchLook; readonly stop: PackStopView }
  | { readonly kind: 'failure'; readonly look: BenchLook; readonly failure: PageFailure }
  | { readonly kind: 'end'; readonly look: BenchLook; readonly end: BenchEnd; readonly orderNo: string }
  | {
      readonly kind: 'want';
      readonly look: BenchLook;
      readonly want: BenchWant;
      /** Pieces that are wanted, where it is about them. */
      readonly count: number;
      /** Beside what is scanned there are goods without a code. */
      readonly hasByEye?: true;
    };

/** Goods without a code, which a person has to check by eye. */
export const piecesByEye = ({ lines }: Pick<PackedParcelView, 'lines'>): number =>
  lines.filter(({ isByEye }) => isByEye).reduce((sum, line) => sum + roomOfLine(line), 0);

function wantOfGoods(parcel: PackedParcelView): BenchWant {
  if (parcel.serialWanted !== '') return 'serial';
  return parcel.lines.every((line) => line.isByEye || roomOfLine(line) === 0) ? 'eye' : 'goods';
}

/** What became of its label decides what is asked for. */
function wantOfLabel({ labelState, labelSeenAt }: PackedParcelView, isPrintedHere: boolean): BenchWant {
  if (labelSeenAt !== null) return 'next';
  switch (labelState) {
    case null:
      return isPrintedHere ? 'printing' : 'byHand';
    case 'waiting':
    case 'rendering':
    case 'sending':
      return 'printing';
    case 'failed':
      return 'lost';
    case 'held':
      return 'heldLabel';
    case 'unsure':
      return 'paper';
    default:
      return 'label';
  }
}

/** The scale of this bench gives no weight and will not without help. */
const lostScale: readonly ScaleState[] = [
  'away',
  'silent',
  'nonsense',
  'over',
  'under',
  'fault',
  'needs-zero',
];

const lookOfWant: Partial<Readonly<Record<BenchWant, BenchLook>>> = {
  printing: 'moving',
  lost: 'wrong',
  scaleLost: 'wrong',
  heldLabel: 'other',
  paper: 'unsure',
};

interface Standing {
  readonly parcel: PackedParcelView | null;
  /** What the last gesture came to; null: none was made since the screen was opened. */
  readonly answer: PackAnswer | null;
  /** Another bench has taken over what lay here; null: none has. */
  readonly taken: PackStopView | null;
  /** Why the last gesture could not be done. */
  readonly failure: PageFailure | null;
  /** The state of the scale of this bench; null: there is none. */
  readonly scale: ScaleState | null;
  /** Labels come from here; otherwise they are printed elsewhere. */
  readonly isPrintedHere: boolean;
}

function wantOf({ parcel, scale, isPrintedHere }: Standing): BenchWant {
  if (parcel === null) return 'code';
  if (parcel.phase === 'items') return wantOfGoods(parcel);
  if (parcel.phase !== 'weight') return wantOfLabel(parcel, isPrintedHere);
  return scale !== null && lostScale.includes(scale) ? 'scaleLost' : 'scale';
}

/** A stop of the printer is over once its label is on its way again. */
const isOver = ({ kind }: PackStopView, parcel: PackedParcelView | null): boolean =>
  kind === 'printer' && parcel !== null && parcel.labelState !== 'failed' && parcel.labelState !== null;

/** What an end is said of: the order that came beside the open one, else the parcel of the gesture. */
const endedNo = (answer: PackAnswer | null, parcel: PackedParcelView | null): string =>
  answer?.extraNo || (answer?.about?.orderNo ?? parcel?.orderNo ?? '');

export function verdictOf(standing: Standing): Verdict {
  const { parcel, answer, failure, taken } = standing;
  if (taken !== null) return { kind: 'stop', look: lookOfStop(taken.kind), stop: taken };
  if (failure !== null) return { kind: 'failure', look: 'wrong', failure };
  const stop = answer?.stop ?? null;
  const ended = answer !== null && isEnd(answer.says) ? answer.says : null;
  if (stop !== null && ended === null && !isOver(stop, parcel))
    return { kind: 'stop', look: lookOfStop(stop.kind), stop };
  if (ended !== null) {
    const look = ended === 'closed' ? 'good' : ended === 'reprinted' ? 'moving' : 'other';
    return { kind: 'end', look, end: ended, orderNo: endedNo(answer, parcel) };
  }
  const want = wantOf(standing);
  const count = want === 'eye' && parcel !== null ? piecesByEye(parcel) : (parcel?.piecesLeft ?? 0);
  const hasByEye = want === 'goods' && parcel !== null && piecesByEye(parcel) > 0;
  return { kind: 'want', look: lookOfWant[want] ?? 'ready', want, count, ...(hasByEye && { hasByEye }) };
}
