import type { PackedParcelView } from '../../../../shared/contracts/packing/packing.ts';
import type { PackingRules, PackPhase } from '../../../../shared/domain/packing/packing.ts';
import type { PrintJobState } from '../../../../shared/domain/printing/printJob.ts';

/** `off`: this bench does not ask for it, or there is nothing to do. */
export type StepStanding = 'done' | 'now' | 'later' | 'off';

const order = ['items', 'weight', 'label'] as const;
export type BenchStep = (typeof order)[number];

const stepOfPhase: Readonly<Record<PackPhase, BenchStep>> = {
  items: 'items',
  weight: 'weight',
  print: 'label',
  label: 'label',
};

/** How far the parcel has come, step by step. */
export function standingsOf(
  {
    phase,
    lines,
    weightGrams,
    labelSeenAt,
  }: Pick<PackedParcelView, 'phase' | 'lines' | 'weightGrams' | 'labelSeenAt'>,
  { checksItems, weighs }: Pick<PackingRules, 'checksItems' | 'weighs'>,
): Readonly<Record<BenchStep, StepStanding>> {
  const now = order.indexOf(stepOfPhase[phase]);
  const standing = (step: BenchStep): StepStanding => {
    const at = order.indexOf(step);
    return at < now ? 'done' : at === now ? 'now' : 'later';
  };
  return {
    items: checksItems && lines.length > 0 ? standing('items') : 'off',
    weight: weighs || weightGrams !== null ? standing('weight') : 'off',
    // Opened by its own label it need not be scanned again at the end.
    label: labelSeenAt === null ? standing('label') : 'done',
  };
}

/** What of its label is said at the bench. */
type LabelStanding = 'none' | 'slip' | 'printing' | 'out' | 'seen' | 'lost' | 'held' | 'unsure';

const ofJob: Readonly<Record<PrintJobState, LabelStanding>> = {
  waiting: 'printing',
  rendering: 'printing',
  sending: 'printing',
  accepted: 'out',
  confirmed: 'out',
  scanned: 'out',
  unsure: 'unsure',
  failed: 'lost',
  held: 'held',
};

export function labelStanding({
  isBooked,
  labelState,
  labelSeenAt,
}: Pick<PackedParcelView, 'isBooked' | 'labelState' | 'labelSeenAt'>): LabelStanding {
  if (!isBooked) return 'slip';
  if (labelSeenAt !== null) return 'seen';
  return labelState === null ? 'none' : ofJob[labelState];
}
