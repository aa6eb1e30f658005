import type { ManualPage } from '../../../shared/domain/manual.ts';
import { type Page, wordsOf } from './readPage.ts';

/** A part of a page under one heading, or one error: what a search finds. */
export interface Passage {
  readonly page: ManualPage;
  /** Of the page, and of the part; empty: the part before the first heading. */
  readonly title: string;
  readonly heading: string;
  /** Where the manual opens: a heading, or an error code. */
  readonly at: string;
  readonly words: string;
}

export function passagesOf(name: ManualPage, page: Page): readonly Passage[] {
  const passages: Passage[] = [{ page: name, title: page.title, heading: '', at: '', words: '' }];
  for (const block of page.blocks) {
    const last = passages.pop();
    if (last === undefined) break;
    if (block.kind === 'heading')
      passages.push(last, { ...last, heading: block.text, at: block.at ?? block.text, words: '' });
    else passages.push({ ...last, words: `${last.words} ${wordsOf(block)}`.trim() });
  }
  return passages;
}

/** Found in a heading it is worth more than in the text. */
function worthOf(passage: Passage, wanted: readonly string[]): number {
  const places = [passage.title, passage.heading, passage.at, passage.words].map((text) =>
    text.toLowerCase(),
  );
  const worths = wanted.map((word): number => {
    const [title = '', heading = '', at = '', words = ''] = places;
    if (heading.includes(word) || at.includes(word)) return 4;
    if (title.includes(word)) return passage.heading === '' ? 5 : 2;
    return words.includes(word) ? 1 : 0;
  });
  return worths.includes(0) ? 0 : worths.reduce((sum, worth) => sum + worth, 0);
}

/** How many are listed; whoever looks for so much types a word more. */
const mostFound = 30;

/** The passages in which every word that was typed stands, the best first. */
export function searchPassages(passages: readonly Passage[], typed: string): readonly Passage[] {
  const wanted = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  return passages
    .map((passage) => ({ passage, worth: worthOf(passage, wanted) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, mostFound)
    .map(({ passage }) => passage);
}
