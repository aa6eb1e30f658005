/** Fillers of exports: they name no division. */
const filler = /^(?:市辖区|县|其[它他]区?|无|null|none|n\/a|[-/—.*]*)$/i;

/** A cell without blanks at its ends; empty when it holds only a filler. */
export function meantCell(cell: string): string {
  const trimmed = cell.trim();
  return filler.test(trimmed) ? '' : trimmed;
}
