import type { LabelTrial, LabelTrialState } from '../../../../shared/domain/labelTrial.ts';
import type { StoredLabelTrial } from '../../../store/schema.ts';

/** A trial as it lies in the store. */
export function trialOf(row: StoredLabelTrial): LabelTrial {
  const { id, size, percent } = row;
  return {
    id,
    size,
    percent,
    old: row.oldTemplateId === '' ? null : { templateId: row.oldTemplateId, version: row.oldVersion },
    new: { templateId: row.newTemplateId, version: row.newVersion },
    startsAt: row.startsAt,
    endsAt: row.endsAt,
  };
}

/** How a trial stands now. */
export function trialStateOf(row: StoredLabelTrial, now: number): LabelTrialState {
  if (row.endedAt !== null) return 'ended';
  if (row.percent === 0) return 'all-old';
  if (row.percent === 100) return 'all-new';
  if (now < row.startsAt) return 'planned';
  return now < row.endsAt ? 'running' : 'over';
}
