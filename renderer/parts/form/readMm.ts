/** Whole tenths of a millimetre from what was typed (`12`, `12.5`, `12,5`); null for anything else. */
export function readMm(text: string): number | null {
  const typed = text.trim().replace(/[,，。]/g, '.');
  if (!/^-?\d{1,4}(\.\d?)?$/.test(typed)) return null;
  return Math.round(Number(typed) * 10);
}

/** Tenths of a millimetre as they are typed: 125 → `12.5`, 120 → `12`. */
export function formatMm(tenths: number): string {
  return String(tenths / 10);
}
