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
