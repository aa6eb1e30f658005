import type { Recognition } from '../../../bridge/queries/importQueries.ts';

export type MappedColumn = Recognition['mapping'][number];
export type Certainty = 'sure' | 'likely' | 'guess' | 'chosen' | 'none';

const byRule: Readonly<Record<MappedColumn['rule'], Certainty>> = {
  operator: 'chosen',
  profile: 'sure',
  dictionary: 'sure',
  contained: 'likely',
  content: 'guess',
  none: 'none',
};

/** How sure the mapping of a column is, as a word. */
export function certaintyOf({ rule, field }: Pick<MappedColumn, 'rule' | 'field'>): Certainty {
  return field === null && rule !== 'operator' ? 'none' : byRule[rule];
}

/** Columns that a person should look at before the import: guessed ones and those nobody knows but that hold something. */
export function needsLook(column: Pick<MappedColumn, 'rule' | 'field' | 'samples'>): boolean {
  const certainty = certaintyOf(column);
  return certainty === 'guess' || certainty === 'likely' || (certainty === 'none' && column.samples.length > 0);
}
