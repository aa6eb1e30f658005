import type { GreyArm } from '../../../../shared/domain/bookingRule.ts';
import {
  type ArmFigures,
  type ArmVerdicts,
  compareArms,
  percentile,
} from '../../../dispatch/rules/compareArms.ts';
import type { Workspace } from '../../workspace/workspace.ts';

export interface ShareComparison {
  readonly experimentId: string;
  readonly old: ArmFigures;
  readonly new: ArmFigures;
  readonly verdicts: ArmVerdicts;
}

/** How a new lane does beside the old one, from what was booked, printed and tracked while both ran. */
export async function compareShare(
  workspace: Pick<Workspace, 'store'>,
  experimentId: string,
): Promise<ShareComparison> {
  const old = await figuresOf(workspace, experimentId, 'old');
  const fresh = await figuresOf(workspace, experimentId, 'new');
  return { experimentId, old, new: fresh, verdicts: compareArms(old, fresh) };
}

const withNumber = new Set(['booked', 'voiding', 'voided']);

async function figuresOf(
  { store }: Pick<Workspace, 'store'>,
  experimentId: string,
  arm: GreyArm,
): Promise<ArmFigures> {
  const { rules } = store.read;
  const bookings = await rules.bookingsOf(experimentId, arm);
  const times = bookings.flatMap(({ sentAt, bookedAt }) =>
    sentAt === null || bookedAt === null ? [] : [bookedAt - sentAt],
  );
  const tracked = await rules.tracking(experimentId, arm);
  return {
    orders: bookings.length,
    booked: bookings.filter(({ state }) => withNumber.has(state)).length,
    failed: bookings.filter(({ state }) => state === 'refused').length,
    // What was asked about was unsure once, however it ended.
    unsure: bookings.filter(({ state, findCount }) => state === 'unsure' || findCount > 0).length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    printed: await rules.countPrints(experimentId, arm, ['accepted', 'confirmed', 'scanned']),
    printFailed: await rules.countPrints(experimentId, arm, ['failed']),
    tracked: tracked.length,
    exceptions: tracked.filter(({ exception }) => exception !== '').length,
  };
}
