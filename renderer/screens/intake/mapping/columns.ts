import type { Recognition } from '../../../bridge/questions.ts';

export type MappedColumn = Recognition['mapping'][number];
export type Certainty = 'sure' | 'likely' | 'guess' | 'chosen' | 'none';

/** From here on a mapping is sure enough not to be looked at; the dictionary and the platform tables are above it. */
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

export interface FieldChoice {
  readonly id: string;
  readonly label: string;
}

/** Rank of a fit: the whole name, its beginning, anywhere inside, none. */
function rank(choice: FieldChoice, wanted: string): number {
  const names = [choice.label.toLowerCase(), choice.id.toLowerCase()];
  if (names.some((name) => name === wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  return names.some((name) => name.includes(wanted)) ? 2 : 3;
}

/** Fields whose name in the operator's language or in ours holds the text, best first. */
export function searchFields(choices: readonly FieldChoice[], text: string): readonly FieldChoice[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return choices;
  return choices
    .map((choice) => ({ choice, fit: rank(choice, wanted) }))
    .filter(({ fit }) => fit < 3)
    .sort((a, b) => a.fit - b.fit)
    .map(({ choice }) => choice);
}
