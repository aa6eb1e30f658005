import { groupBy } from '../../../shared/rules/groupBy.ts';
import { describeComplaint, inOneLine, type Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { maskParams } from '../../privacy/maskReply.ts';
import type { AttentionRow } from '../../usecases/intake/importOrders.ts';
import type { WorkTally } from '../../usecases/workspace/workTally.ts';
import type { CommandContext } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';

const say = phrases({
  more: [
    '  …… 还有 {count} 种情况，见结果文件',
    '  … and {count} more {count|kind|kinds}, see the result file',
  ],
  moreInJson: [
    '  …… 还有 {count} 种情况，加 --json 列出全部',
    '  … and {count} more {count|kind|kinds}, all of them with --json',
  ],
  andOthers: [' 等 {count} 单', ' and others, {count} in all'],
  andOtherFiles: [' 等 {count} 个文件', ' and others, {count} in all'],
  ownLayout: [
    '其中 {count} 张用了本程序的版式，没有用快递公司的模板：{reason}。',
    '{count} of them in our own layout, not the carrier’s template: {reason}.',
  ],
});

export interface AttentionView {
  readonly orderNo: string;
  readonly row: number;
  readonly code: string;
  readonly field: string;
  readonly message: string;
  readonly suggestion: string;
  /** Only where a whole file is meant. */
  readonly file?: string;
  /** The outcome of a booking or of a label is not known. */
  readonly unsure?: true;
}

/** A complaint with its words. */
export function attentionView(row: AttentionRow, language: Language): AttentionView {
  const { orderNo, rowNumber, code, field, params, file, isUnsure } = row;
  const places = maskParams({ orderNo, row: rowNumber, ...params });
  const { says, next } = describeComplaint(code, places, language, 'commandLine') ?? { says: code, next: '' };
  return {
    orderNo,
    row: rowNumber,
    code,
    field,
    message: says,
    suggestion: next,
    ...(file === undefined ? {} : { file }),
    ...(isUnsure === true ? { unsure: true } : {}),
  };
}

/** Kinds of complaints shown to a person; the result file holds every single one. */
const shownKinds = 12;
/** Orders named for one kind of complaint. */
const shownOrders = 3;

/** For people: each kind of complaint once, with the orders it is about. */
export function attentionLines(
  views: readonly AttentionView[],
  language: Language,
  { hasFile } = { hasFile: true },
): string[] {
  const kinds = groupBy(views, ({ message }) => message);
  const lines = [...kinds.values()].slice(0, shownKinds).map((alike) => kindLine(alike, language));
  const hidden = kinds.size - lines.length;
  return hidden > 0 ? [...lines, say(language, hasFile ? 'more' : 'moreInJson', { count: hidden })] : lines;
}

function kindLine(alike: readonly AttentionView[], language: Language): string {
  const [first] = alike;
  if (first === undefined) return '';
  const named = alike.map(({ row, orderNo, file = '' }) =>
    [file, row > 0 ? `#${row}` : '', orderNo].filter((part) => part !== '').join(' '),
  );
  // One order may complain of name, phone and address alike.
  const places = [...new Set(named)];
  const orders = places.slice(0, shownOrders);
  const isOfFiles = alike.every(({ file }) => file !== undefined);
  const words = isOfFiles ? 'andOtherFiles' : 'andOthers';
  const others = places.length > shownOrders ? say(language, words, { count: places.length }) : '';
  const told = inOneLine({ says: first.message, next: first.suggestion }, language);
  return `  ${orders.join(', ')}${others}  ${told} [${first.code}]`;
}

/** On the terminal, where nothing of several files could be read: the error says the reason of the first alone. */
export const refusedFileNotes =
  ({ terminal, language }: Pick<CommandContext, 'terminal' | 'language'>) =>
  (refused: readonly AttentionRow[]): void => {
    const views = refused.map((row) => attentionView(row, language));
    for (const line of attentionLines(views, language, { hasFile: false })) terminal.note(line);
  };

/** Labels that came out in our own layout where the account asks for the carrier's, one line a reason. */
export function ownLayoutLines(ownLayouts: WorkTally['ownLayouts'], language: Language): string[] {
  return ownLayouts.map(({ reason, count }) =>
    say(language, 'ownLayout', { count, reason: wordFor(language, 'ownLayout', reason) }),
  );
}
