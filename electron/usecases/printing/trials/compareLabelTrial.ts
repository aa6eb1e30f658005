import type { LabelArmFigures, LabelTrialComparison } from '../../../../shared/contracts/labels.ts';
import type { GreyArm } from '../../../../shared/domain/bookingRule.ts';
import { isPrinted } from '../../../../shared/domain/printing/printJob.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { compareShares, compareTimes, percentile } from '../../../dispatch/rules/compareArms.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** How labels with the new template do beside those with the old one, from what was printed and scanned in the trial. */
export async function compareLabelTrial(
  workspace: Workspace,
  trialId: string,
): Promise<Outcome<LabelTrialComparison>> {
  if ((await workspace.store.read.labelTrials.byId(trialId)) === undefined)
    return failure('LABEL_TRIAL_NOT_FOUND');
  const old = await figuresOf(workspace, trialId, 'old');
  const fresh = await figuresOf(workspace, trialId, 'new');
  const share = (pick: (one: LabelArmFigures) => readonly [number, number]) =>
    compareShares(pick(old), pick(fresh));
  return done({
    trialId,
    old,
    new: fresh,
    verdicts: {
      failed: share(({ failed, labels }) => [failed, labels]),
      unsure: share(({ unsure, labels }) => [unsure, labels]),
      reprinted: share(({ reprinted, printed }) => [reprinted, printed]),
      time: compareTimes([old.p50Ms, old.printed], [fresh.p50Ms, fresh.printed]),
      scanTime: compareTimes([old.scanP50Ms, old.scanned], [fresh.scanP50Ms, fresh.scanned]),
    },
  });
}

async function figuresOf({ store }: Workspace, trialId: string, arm: GreyArm): Promise<LabelArmFigures> {
  const sheets = await store.read.printTemplates.sheetsOf(trialId, arm);
  const parcels = (holds: (sheet: (typeof sheets)[number]) => boolean): number =>
    new Set(sheets.filter(holds).map((sheet) => sheet.shipmentId)).size;
  const since = (sentAt: number | null, at: number | null): number[] =>
    sentAt === null || at === null || at < sentAt ? [] : [at - sentAt];
  const printed = sheets.filter(({ state }) => isPrinted(state));
  const times = printed.flatMap((sheet) => since(sheet.sentAt, sheet.settledAt));
  const scanTimes = sheets.flatMap((sheet) => since(sheet.sentAt, sheet.scannedAt));
  return {
    labels: parcels(() => true),
    printed: parcels(({ state }) => isPrinted(state)),
    failed: parcels(({ state }) => state === 'failed'),
    unsure: parcels(({ state }) => state === 'unsure'),
    reprinted: parcels(({ reason }) => reason !== ''),
    scanned: parcels(({ scannedAt }) => scannedAt !== null),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    scanP50Ms: percentile(scanTimes, 0.5),
  };
}
