import { describe, expect, it } from 'vitest';
import { readPage, readPieces } from '../../../../../renderer/app/help/readPage.ts';

describe('a page of the manual', () => {
  it('is read form by form', () => {
    const { title, blocks } = readPage(
      [
        '# First day',
        '',
        'One line\nand its end.',
        '',
        '## Keys',
        '',
        '| Key | What |\n| --- | --- |\n| `F1` | help |',
        '',
        '- a\n  still a\n- b',
        '',
        '> look',
        '',
        '```\nshipdesk help\n\nmore\n```',
        '',
        '![A screen](../a.png)',
      ].join('\n'),
    );
    expect(title).toBe('First day');
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'words',
      'heading',
      'table',
      'list',
      'note',
      'code',
      'picture',
    ]);
    expect(blocks[0]).toEqual({ kind: 'words', pieces: [{ kind: 'text', text: 'One line and its end.' }] });
    expect(blocks[3]).toMatchObject({ isNumbered: false, items: [[{ text: 'a still a' }], [{ text: 'b' }]] });
    expect(blocks[5]).toEqual({ kind: 'code', text: 'shipdesk help\n\nmore' });
  });

  it('joins lines of Chinese without a space', () => {
    expect(readPage('# 一\n\n前一行\n后一行').blocks).toEqual([
      { kind: 'words', pieces: [{ kind: 'text', text: '前一行后一行' }] },
    ]);
  });

  it('keeps bold, code and links, and all else as text', () => {
    expect(readPieces('Press **Print** or `P`, see [Printers](printers.md#Paper) <b>')).toEqual([
      { kind: 'text', text: 'Press ' },
      { kind: 'strong', text: 'Print' },
      { kind: 'text', text: ' or ' },
      { kind: 'code', text: 'P' },
      { kind: 'text', text: ', see ' },
      { kind: 'link', text: 'Printers', target: 'printers.md#Paper' },
      { kind: 'text', text: ' <b>' },
    ]);
  });

  it.each(['# a\n\n<b>bold</b>', '# a\n\n#### deep', '# a\n\n```\nopen', 'no title'])(
    'refuses what it has no form for: %j',
    (markdown) => {
      expect(() => readPage(markdown)).toThrow();
    },
  );
});
