import type { PackDesk, PackedParcelView } from '../../../../shared/contracts/packing/packing.ts';
import { piecesByEye, type Verdict } from './verdict.ts';

/** What a hand may do where no gun is needed. */
export type BenchAct =
  | 'confirm'
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

/** May somebody with the right let pass what stands in the way? */
function isPassable(parcel: PackedParcelView | null, verdict: Verdict): boolean {
  if (verdict.kind === 'stop' && verdict.stop.mayOverride) return true;
  if (parcel === null) return false;
  return parcel.phase === 'items' || parcel.phase === 'weight' || parcel.phase === 'label';
}

const weightStops: readonly string[] = ['no-weight', 'weight-moving', 'weight-old', 'weight-carried'];

/** The one act that the big state asks of a hand; null: the gun does it. */
export function mainAct(verdict: Verdict, parcel: PackedParcelView | null): BenchAct | null {
  if (verdict.kind === 'stop') {
    const { kind, mayOverride } = verdict.stop;
    if (mayOverride) return 'override';
    if (kind === 'printer') return 'again';
    if (kind === 'label-unsure') return 'toPrint';
    if (kind === 'items-missing' && parcel !== null && piecesByEye(parcel) > 0) return 'confirm';
    return weightStops.includes(kind) ? 'weigh' : null;
  }
  if (verdict.kind !== 'want') return null;
  const acts = { eye: 'confirm', scale: 'weigh', scaleLost: 'weigh', lost: 'again', next: 'next' } as const;
  const { want } = verdict;
  if (want === 'paper' || want === 'heldLabel') return 'toPrint';
  return want in acts ? acts[want as keyof typeof acts] : null;
}

/** What else can be done now, in the order in which it stands; never one that would do nothing. */
export function otherActs(
  verdict: Verdict,
  { parcel, last }: Pick<PackDesk, 'parcel' | 'last'>,
): readonly BenchAct[] {
  const can: Readonly<Record<BenchAct, boolean>> = {
    confirm: parcel !== null && piecesByEye(parcel) > 0,
    weigh: parcel?.phase === 'weight',
    override: isPassable(parcel, verdict),
    again: parcel?.labelState === 'failed' || parcel?.labelState === 'held',
    reprint: parcel === null ? last !== null : printedStates.includes(parcel.labelState),
    extra: parcel?.isBooked === true,
    hold: parcel !== null,
    reopen: parcel === null && last?.state === 'closed',
    toPrint: false,
    next: false,
    abort: parcel !== null,
  };
  const main = mainAct(verdict, parcel);
  return (Object.keys(can) as BenchAct[]).filter((act) => can[act] && act !== main);
}
