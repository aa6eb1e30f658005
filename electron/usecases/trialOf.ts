import type { LabelTrial, LabelTrialState } from '../../shared/domain/labelTrial.ts';
import type { LabelTrialsTable } from '../store/schema.ts';

/** A trial as it lies in the store. */
export function trialOf(row: LabelTrialsTable): LabelTrial {
  const { id, size, percent } = row;
  return {
    id,
    size,
    percent,
    old: row.old_template_id === '' ? null : { templateId: row.old_template_id, version: row.old_version },
    new: { templateId: row.new_template_id, version: row.new_version },
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  };
}

/** How a trial stands now. */
export function trialStateOf(row: LabelTrialsTable, now: number): LabelTrialState {
  if (row.ended_at !== null) return 'ended';
  if (row.percent === 0) return 'all-old';
  if (row.percent === 100) return 'all-new';
  if (now < row.starts_at) return 'planned';
  return now < row.ends_at ? 'running' : 'over';
}
