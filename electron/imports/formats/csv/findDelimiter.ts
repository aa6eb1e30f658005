import { CsvLexer } from './csvLexer.ts';

const candidates = [',', '\t', ';', '|'] as const;
const SAMPLE_RECORDS = 20;

/** How many columns most sample records have, weighted by how many of them agree. */
function score(sample: string, delimiter: string): number {
  const lexer = new CsvLexer(delimiter);
  let records: string[][];
  try {
    records = lexer.take(sample).filter((record) => record.length > 1 || record[0]?.trim() !== '');
  } catch {
    // A limit reached with the wrong delimiter says nothing about the file.
    return 0;
  }
  const last = lexer.finish();
  if (records.length === 0 && last !== null) records.push(last);
  const counts = new Map<number, number>();
  const sampled = records.slice(0, SAMPLE_RECORDS);
  for (const record of sampled) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  let best = 0;
  for (const [columns, count] of counts) {
    if (columns > 1) best = Math.max(best, columns * (count / sampled.length) ** 2);
  }
  return best;
}

/** The delimiter that cuts the first records into the most columns most evenly; a comma when none cuts at all. */
export function findDelimiter(sample: string): string {
  const declared = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  if (declared !== undefined) return declared;
  let best = ',';
  let bestScore = 0;
  for (const delimiter of candidates) {
    const points = score(sample, delimiter);
    if (points > bestScore) {
      best = delimiter;
      bestScore = points;
    }
  }
  return best;
}
