/** Row number → column index → new text. Rows beyond the last one are added. */
export type TemplateEdits = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** Numbers a spreadsheet column as its letters do: 0 is A. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

export function columnIndexOf(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
