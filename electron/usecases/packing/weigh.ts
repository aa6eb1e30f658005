import type { PackAnswer } from '../../../shared/contracts/packing/packing.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { formatWeight } from '../../../shared/rules/amounts.ts';
import { readingFault, type ScaleReading, weightRange } from '../../packing/judgeWeight.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { goodsSetOfBox } from './effects.ts';
import { judge, runGesture, stoppedBy } from './gesture.ts';

/** What a scale said, or what somebody read off one, for the parcel that lies open. */
export interface Weighing extends ScaleReading {
  readonly gestureId: string;
  readonly parcelId: string;
}

/** Takes a weight: only a stable and fresh one, never that of the parcel before, and says so where equal parcels weigh otherwise. */
export function weighAtBench(workspace: Workspace, weighing: Weighing): Promise<Outcome<PackAnswer>> {
  const { gestureId, parcelId, source, grams, ageMs } = weighing;
  return runGesture(workspace, { gestureId, kind: 'weigh', weightSource: source }, async (bench) => {
    const { open, context } = bench;
    if (open?.row == null || open.row.id !== parcelId) return done(stoppedBy('nothing-open'));
    const { write } = context;
    const lastAt = await write.packedParcels.lastWeighedAt(parcelId);
    const sinceLast = lastAt === null ? null : workspace.clock.now() - lastAt;
    const set = goodsSetOfBox(open, open.row);
    const range = set === '' ? null : weightRange(await write.packedGoods.weightsOf(set));
    const params = {
      weight: formatWeight(grams),
      seconds: Math.round(ageMs / 1_000),
      least: formatWeight(range?.leastGrams ?? null),
      most: formatWeight(range?.mostGrams ?? null),
    };
    const fault = readingFault(weighing, sinceLast);
    return done(await judge(bench, { kind: 'weight', grams, fault, range }, { params }));
  });
}
