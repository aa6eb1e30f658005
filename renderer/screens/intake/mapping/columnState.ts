import type { Recognition } from '../../../bridge/queries/importQueries.ts';

export type MappedColumn = Recognition['mapping'][number];
export type Certainty = 'sure' | 'likely' | 'guess' | 'chosen' | 'none';

/** From here on a mapping is sure enough not to be looked at; the dictionary and the platform tables lie above it. */
const sureFrom = 0.9;
/** Below this a mapping is no more than a guess. */
const likelyFrom = 0.72;

/** How sure the mapping of a column is, as a word. */
export function certaintyOf({
  rule,
  field,
  confidence,
}: Pick<MappedColumn, 'rule' | 'field' | 'confidence'>): Certainty {
  if (rule === 'operator' || rule === 'remembered') return 'chosen';
  if (field === null) return 'none';
  if (confidence >= sureFrom) return 'sure';
  return confidence >= likelyFrom ? 'likely' : 'guess';
}

/** Columns that a person should look at before the import: those we are not sure of. Unknown ones are only left out. */
export function needsLook(column: Pick<MappedColumn, 'rule' | 'field' | 'confidence'>): boolean {
  const certainty = certaintyOf(column);
  return certainty === 'guess' || certainty === 'likely';
}
