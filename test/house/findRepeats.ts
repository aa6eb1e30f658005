import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, sourceFiles } from '../security/sourceFiles.ts';

/** Shorter runs are idiom. */
const leastLines = 6;

interface Line {
  readonly path: string;
  readonly number: number;
  readonly text: string;
}

/** Lines that say something: no blank ones, comments, imports or lone brackets. */
function linesOf(path: string): Line[] {
  const lines = readFileSync(join(projectFolder, path), 'utf8').split('\n');
  let isImport = false;
  return lines.flatMap((raw, index) => {
    const text = raw.trim();
    if (/^import\b/.test(text)) isImport = true;
    const isLeftOut = isImport || text === '' || /^(\/\/|\/?\*)/.test(text) || /^[)\]}({[;,>/]*$/.test(text);
    if (isImport && text.endsWith(';')) isImport = false;
    return isLeftOut ? [] : [{ path, number: index + 1, text }];
  });
}

/** Pairs of places in the product that share at least six lines to the letter; a longer run counts once. */
export function findRepeats(): string[] {
  const seen = new Map<string, Line>();
  const repeats: string[] = [];
  for (const path of sourceFiles('electron', 'renderer', 'shared')) {
    const lines = linesOf(path);
    let skipUntil = 0;
    for (let start = 0; start + leastLines <= lines.length; start++) {
      const first = lines[start];
      if (first === undefined) continue;
      const key = lines
        .slice(start, start + leastLines)
        .map(({ text }) => text)
        .join('\n');
      const before = seen.get(key);
      if (before === undefined) seen.set(key, first);
      else if (start >= skipUntil) {
        repeats.push(`${path}:${first.number} as ${before.path}:${before.number}`);
        skipUntil = start + leastLines;
      } else skipUntil = start + leastLines;
    }
  }
  return repeats;
}
