import type { Asked } from '../../../../shared/contracts/contract.ts';
import type { LabelTrialView } from '../../../../shared/contracts/labels.ts';
import type { LabelTemplateRef, LabelTrial } from '../../../../shared/domain/printing/labelTemplate.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { LabelTemplate, StoredLabelTrial } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';
import { restoreVersion, templateContentOf } from '../templates/labelTemplates.ts';
import { defaultTemplate, trialOf, trialStateOf } from '../templates/templateForLabel.ts';

/**
 * Tries the newest version of a template against the default of its size; the default itself is tried against its
 * version before. `LABEL_TRIAL_OPEN`, `LABEL_TRIAL_DATES`, `LABEL_TRIAL_NOTHING_NEW`, `LABEL_TEMPLATE_NOT_FOUND`.
 */
export async function startLabelTrial(
  workspace: Workspace,
  wish: Asked<'labelTrials', 'start'>,
): Promise<Outcome<StoredLabelTrial>> {
  const now = workspace.clock.now();
  const startsAt = wish.startsAt ?? now;
  if (wish.endsAt <= Math.max(now, startsAt)) return failure('LABEL_TRIAL_DATES');
  return tryChange(workspace, ['labelTemplates'], async (write) => {
    const template = await write.labelTemplates.byId(wish.templateId);
    if (template === undefined || template.removedAt !== null) return failure('LABEL_TEMPLATE_NOT_FOUND');
    const { size } = template;
    if ((await write.labelTrials.openOf(size)) !== undefined) return failure('LABEL_TRIAL_OPEN', { size });
    const old = await oldWay(write, template);
    if (!old.ok) return old;
    const row: StoredLabelTrial = {
      id: workspace.nextId(),
      size,
      oldTemplateId: old.value?.templateId ?? '',
      oldVersion: old.value?.version ?? 0,
      newTemplateId: template.id,
      newVersion: template.version,
      percent: wish.percent,
      startsAt,
      endsAt: wish.endsAt,
      version: 0,
      createdAt: now,
      endedAt: null,
      kept: '',
    };
    await write.labelTrials.insert(row);
    return done(row);
  });
}

/** What the labels of its size were printed with so far. */
async function oldWay(
  write: Repositories,
  template: LabelTemplate,
): Promise<Outcome<LabelTemplateRef | null>> {
  const usual = await defaultTemplate(write, template.size);
  if (usual?.templateId !== template.id) return done(usual);
  const before = await write.templateVersions.one(template.id, template.version - 1);
  if (before === undefined || templateContentOf(before).size !== template.size)
    return failure('LABEL_TRIAL_NOTHING_NEW', { name: template.name });
  return done({ templateId: template.id, version: before.version });
}

/** Gives a share of the new labels to the new way; 0 and 100 put everybody on one way at once. */
export function setLabelTrialShare(
  workspace: Workspace,
  { trialId, percent, version }: Asked<'labelTrials', 'setShare'>,
): Promise<Outcome<StoredLabelTrial>> {
  return changeTrial(workspace, trialId, version, async () => done({ percent }));
}

/**
 * Ends a trial: the way that stays becomes the default of its size, just as it was tried; versions saved meanwhile are
 * kept below it. Labels that were printed keep theirs.
 */
export function endLabelTrial(
  workspace: Workspace,
  { trialId, keep, version }: Asked<'labelTrials', 'end'>,
): Promise<Outcome<StoredLabelTrial>> {
  return changeTrial(workspace, trialId, version, async (write, trial) => {
    const stays = keep === 'new' ? trial.new : trial.old;
    if (stays !== null) {
      const repeated = await restoreVersion(workspace, write, stays);
      if (!repeated.ok) return repeated;
    }
    await write.labelTemplates.setDefault(trial.size, stays?.templateId ?? null);
    return done({ endedAt: workspace.clock.now(), kept: keep });
  });
}

function changeTrial(
  workspace: Workspace,
  trialId: string,
  version: number,
  change: (
    write: Repositories,
    trial: LabelTrial,
  ) => Promise<Outcome<Partial<Pick<StoredLabelTrial, 'percent' | 'endedAt' | 'kept'>>>>,
): Promise<Outcome<StoredLabelTrial>> {
  return tryChange(workspace, ['labelTemplates'], async (write) => {
    const row = await write.labelTrials.byId(trialId);
    if (row === undefined || row.endedAt !== null) return failure('LABEL_TRIAL_NOT_FOUND');
    // Before anything else is written: a refusal leaves all as it was.
    if (row.version !== version) return failure('LABEL_TRIAL_CHANGED_MEANWHILE');
    const patch = await change(write, trialOf(row));
    if (!patch.ok) return patch;
    await write.labelTrials.change(row, patch.value);
    return done({ ...row, ...patch.value, version: version + 1 });
  });
}

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
  return {
    ...trial,
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
