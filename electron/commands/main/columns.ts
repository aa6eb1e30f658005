/** Characters that take two places on a terminal: hanzi, kana, hangul, their punctuation, full-width forms. */
const wideCharacter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/gu;

const placesOf = (text: string): number => [...text].length + (text.match(wideCharacter)?.length ?? 0);

/**
 * Rows for a person, their cells below each other, two spaces apart. A column that is empty in every row is left out, and nothing is
 * padded behind the last cell of a row. Scripts take `--json`.
 */
export function inColumns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const places = Array.from({ length: width }, (_, at) =>
    Math.max(...rows.map((cells) => placesOf(cells[at] ?? ''))),
  );
  return rows.map((cells) =>
    cells
      .flatMap((cell, at) => {
        const most = places[at] ?? 0;
        return most === 0 ? [] : [cell + ' '.repeat(most - placesOf(cell))];
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Sentences of rows whose cells stand two spaces apart, below each other; what they are indented by stays. */
export const aligned = (lines: readonly string[]): string[] =>
  inColumns(
    lines.map((line) => {
      const cells = line.trimStart().split('  ');
      const indent = ' '.repeat(line.length - line.trimStart().length);
      return [indent + cells[0], ...cells.slice(1)];
    }),
  );
