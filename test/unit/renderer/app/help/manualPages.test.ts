import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  type Page,
  type Piece,
  readPage,
  wordsOf,
} from '../../../../../renderer/app/help/readPage.ts';
import { screenIds } from '../../../../../renderer/parts/place.ts';
import { en } from '../../../../../renderer/text/en/en.ts';
import { zhCN } from '../../../../../renderer/text/zh-CN/zhCN.ts';
import { manualPages } from '../../../../../shared/domain/manual.ts';
import { errorAreas, errorCodes } from '../../../../../shared/errors/catalogue.ts';

const project = join(import.meta.dirname, '../../../../..');
const languages = ['zh-CN', 'en'] as const;
const folderOf = (language: string) => join(project, 'docs/manual', language);
const pageOf = (language: string, name: string): Page =>
  readPage(readFileSync(join(folderOf(language), `${name}.md`), 'utf8'));

const piecesOf = (block: Block): readonly Piece[] => {
  if (block.kind === 'words' || block.kind === 'note') return block.pieces;
  if (block.kind === 'list') return block.items.flat();
  return block.kind === 'table' ? block.rows.flat(2) : [];
};

/** Every text of a table of words, its places taken out. */
function textsOf(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  return Object.values(words as Readonly<Record<string, unknown>>).flatMap(textsOf);
}

/** The window writes counts and names into its words; the manual leaves them out, or gives an example. */
const bare = (text: string): string => text.replaceAll(/\{\{\w+\}\}|[\d\s…，,。.：:]/g, '').toLowerCase();

/** Words in quotation marks that are no words of the window. */
const otherQuotes: readonly string[] = [
  '口令',
  '秤',
  '欠费',
  'passphrase',
  'scale',
  'robots',
  'user id',
  '用户ID',
  '沙箱环境',
];

describe.each(languages)('the manual in %s', (language) => {
  test('has a page for each name of the contents, and no other', () => {
    const files = readdirSync(folderOf(language)).map((file) => file.replace('.md', ''));
    expect([...files].sort()).toEqual([...manualPages].sort());
  });

  test.each(manualPages)('%s leads nowhere that is not there', (name) => {
    const { blocks } = pageOf(language, name);
    for (const piece of blocks.flatMap(piecesOf)) {
      if (piece.kind !== 'link') continue;
      const [file = '', at] = piece.target.split('#');
      const target = file === '' ? name : file.replace(/\.md$/, '');
      expect(manualPages, piece.target).toContain(target);
      if (at === undefined) continue;
      const headings = pageOf(language, target).blocks.filter(({ kind }) => kind === 'heading');
      expect(headings.map(wordsOf), piece.target).toContain(decodeURIComponent(at));
    }
  });

  test.each(manualPages)('%s shows pictures that are taken, and that are packed with the program', (name) => {
    const packed = readFileSync(
      join(project, 'renderer/app/help/pages', language === 'en' ? 'en.ts' : 'zhCN.ts'),
      'utf8',
    );
    for (const block of pageOf(language, name).blocks) {
      if (block.kind !== 'picture') continue;
      expect(block.file).toContain(`/screenshots/${language}/`);
      expect(existsSync(join(folderOf(language), block.file)), block.file).toBe(true);
      const picture = block.file.split('/').at(-1)?.replace('.png', '') ?? '';
      expect(packed, picture).toMatch(new RegExp(`[{,]${picture}[,}]`));
    }
  });

  test.each(manualPages)('%s calls what can be pressed as the window does', (name) => {
    const known = textsOf(language === 'en' ? en : zhCN).map(bare);
    const unknown = pageOf(language, name).blocks.flatMap((block) =>
      [...wordsOf(block).matchAll(/“([^”]+)”/g)].flatMap(([, quoted = '']) =>
        otherQuotes.includes(quoted) || known.some((text) => text.includes(bare(quoted))) ? [] : [quoted],
      ),
    );
    expect(unknown).toEqual([]);
  });

  test.each(manualPages)('%s has the same parts in the other language', (name) => {
    const shape = (tongue: string) =>
      pageOf(tongue, name).blocks.map((block) =>
        block.kind === 'list' ? `${block.kind} of ${block.items.length}` : block.kind,
      );
    expect(shape(language)).toEqual(shape('zh-CN'));
  });
});

test('every screen has its page, and every error its one place', () => {
  for (const screen of screenIds) expect(manualPages).toContain(screen);
  const listed = Object.values(errorAreas).flat();
  expect([...listed].sort()).toEqual([...errorCodes].sort());
});
