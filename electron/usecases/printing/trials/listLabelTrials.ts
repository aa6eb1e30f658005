import type { LabelTrialView } from '../../../../shared/contracts/labelTrialsContract.ts';
import type { LabelTemplateRef } from '../../../../shared/domain/labelTemplate.ts';
import type { StoredLabelTrial } from '../../../store/schema.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { trialOf, trialStateOf } from '../templates/trialOf.ts';

/** Ended ones that are still listed. */
const listedEnded = 20;

/** Open trials, then the last that ended. */
export async function listLabelTrials(workspace: Workspace): Promise<LabelTrialView[]> {
  const { labelTrials } = workspace.store.read;
  const rows = [...(await labelTrials.open()), ...(await labelTrials.ended(listedEnded))];
  return Promise.all(rows.map((row) => viewLabelTrial(workspace, row)));
}

/** One trial with the names of its two ways. */
export async function viewLabelTrial(workspace: Workspace, row: StoredLabelTrial): Promise<LabelTrialView> {
  const trial = trialOf(row);
  const { id, size, percent, startsAt, endsAt } = trial;
  return {
    id,
    size,
    percent,
    startsAt,
    endsAt,
    old: await wayOf(workspace, trial.old),
    new: await wayOf(workspace, trial.new),
    state: trialStateOf(row, workspace.clock.now()),
    version: row.version,
    endedAt: row.endedAt,
    kept: row.kept,
  };
}

async function wayOf({ store }: Workspace, ref: LabelTemplateRef | null) {
  if (ref === null) return { templateId: '', name: '', version: 0 };
  const row = await store.read.labelTemplates.byId(ref.templateId);
  return { ...ref, name: row?.name ?? '' };
}
