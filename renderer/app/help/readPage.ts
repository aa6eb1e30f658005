/** A piece of a line. */
export type Piece =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: string };

export type Block =
  /** `at`: the error code that it explains. */
  | { readonly kind: 'heading'; readonly depth: 2 | 3; readonly text: string; readonly at?: string }
  | { readonly kind: 'words' | 'note'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly (readonly Piece[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Piece[])[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'picture'; readonly alt: string; readonly file: string };

export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const pieceForms = /\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`|\[(?<text>[^\]]+)\]\((?<target>[^)\s]+)\)/g;

/** Bold, code and links of one line; all else is text. */
export function readPieces(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of line.matchAll(pieceForms)) {
    if (match.index > from) pieces.push({ kind: 'text', text: line.slice(from, match.index) });
    const { strong, code, text = '', target } = match.groups ?? {};
    if (strong !== undefined) pieces.push({ kind: 'strong', text: strong });
    else if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else if (target !== undefined) pieces.push({ kind: 'link', text, target });
    from = match.index + match[0].length;
  }
  if (from < line.length) pieces.push({ kind: 'text', text: line.slice(from) });
  return pieces;
}

const listItem = /^(?:-|(\d+)\.) /;
const tableRule = /^\|[-| ]+\|$/;

const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => readPieces(cell.trim()));

function readList(lines: readonly string[]): Block {
  const items: string[] = [];
  for (const line of lines) {
    if (listItem.test(line)) items.push(line.replace(listItem, ''));
    else if (/^ {2,}\S/.test(line)) items.push(`${items.pop() ?? ''} ${line.trim()}`);
    else throw new Error(`not a line of a list: ${line}`);
  }
  return { kind: 'list', isNumbered: /^\d/.test(lines[0] ?? ''), items: items.map(readPieces) };
}

/** Lines of Chinese join without a space. */
const joined = (lines: readonly string[]): string =>
  lines.reduce((text, line) => `${text}${/[\u3000-\u9fff\uff00-\uffef]$/.test(text) ? '' : ' '}${line}`);

function readBlock(lines: readonly string[]): Block {
  const [first = ''] = lines;
  const heading = /^(##|###) (.+)$/.exec(first);
  if (heading !== null && lines.length === 1)
    return { kind: 'heading', depth: heading[1] === '##' ? 2 : 3, text: heading[2] ?? '' };
  const picture = /^!\[([^\]]+)\]\(([^)\s]+)\)$/.exec(first);
  if (picture !== null && lines.length === 1)
    return { kind: 'picture', alt: picture[1] ?? '', file: picture[2] ?? '' };
  if (listItem.test(first)) return readList(lines);
  if (first.startsWith('|') && lines.every((line) => line.startsWith('|') && line.endsWith('|')))
    return { kind: 'table', rows: lines.filter((line) => !tableRule.test(line)).map(cellsOf) };
  if (lines.every((line) => line.startsWith('> ')))
    return { kind: 'note', pieces: readPieces(joined(lines.map((line) => line.slice(2)))) };
  if (/^[#|>!<~]/.test(first)) throw new Error(`no form of the manual: ${first}`);
  return { kind: 'words', pieces: readPieces(joined(lines)) };
}

/**
 * Reads a page of the manual. Only the forms that the manual uses are known; any other is an error, which a test finds, so that
 * nothing of a page is ever shown as its own markup.
 */
export function readPage(markdown: string): Page {
  const [first = '', ...rest] = markdown.replaceAll('\r\n', '\n').split('\n');
  if (!first.startsWith('# ')) throw new Error('a page begins with its title');
  const blocks: Block[] = [];
  let gathered: string[] = [];
  let code: string[] | null = null;
  for (const line of [...rest, '']) {
    if (line.startsWith('```')) {
      if (code !== null) blocks.push({ kind: 'code', text: code.join('\n') });
      code = code === null ? [] : null;
    } else if (code !== null) code.push(line);
    else if (line.trim() !== '') gathered.push(line);
    else if (gathered.length > 0) {
      blocks.push(readBlock(gathered));
      gathered = [];
    }
  }
  if (code !== null) throw new Error('a code block without its end');
  return { title: first.slice(2), blocks };
}

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** The words of a block, as somebody looks for them. */
export function wordsOf(block: Block): string {
  if (block.kind === 'heading' || block.kind === 'code') return block.text;
  if (block.kind === 'picture') return block.alt;
  if (block.kind === 'list') return block.items.map(textOf).join(' ');
  if (block.kind === 'table') return block.rows.map((row) => row.map(textOf).join(' ')).join(' ');
  return textOf(block.pieces);
}
