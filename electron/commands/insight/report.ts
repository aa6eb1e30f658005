import { extname } from 'node:path';
import { type ReviewFileType, reviewFileTypes } from '../../../shared/contracts/insight/reviews.ts';
import type { ReviewKind } from '../../../shared/domain/insight/review.ts';
import { wordedReview, writeReview } from '../../usecases/insight/reviewFile.ts';
import { readReview } from '../../usecases/insight/reviews.ts';
import { inColumns } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, nothing, phrases } from '../main/phrases.ts';
import { path, text } from '../main/word.ts';

const say = phrases({
  written: ['已写入 {file}', 'written to {file}'],
});

const typeOf = (file: string): ReviewFileType | undefined =>
  reviewFileTypes.find((type) => extname(file).toLowerCase() === `.${type}`);

function reportCommand(kind: ReviewKind, words: Pick<Command, 'zh' | 'en'>): Command {
  return command({
    name: `report ${kind}`,
    ...words,
    access: 'seeWork',
    // Written by the clock, over the one of the day before: nothing is lost that is not in the workspace.
    options: { date: text('DATE'), out: path(reviewFileTypes.map((type) => `FILE.${type}`).join('|')) },
    async run({ workspace, language, options: { date, out }, wrongUsage }) {
      const type = out === undefined ? undefined : typeOf(out);
      if (out !== undefined && type === undefined) return wrongUsage();
      const review = unwrap(await readReview(workspace, { kind, day: date }));
      const { title, tables } = wordedReview(workspace, review, language);
      const lines = tables.flatMap((table) => [
        '',
        table.title,
        ...(table.note === '' ? [] : [table.note]),
        ...(table.rows.length === 0 ? [nothing(language)] : inColumns([table.head, ...table.rows])),
      ]);
      const moments = { from: isoTime(review.from), to: isoTime(review.to), madeAt: isoTime(review.madeAt) };
      if (type === undefined) return report({ ...review, ...moments }, [title, ...lines]);
      const { path: file } = unwrap(await writeReview(workspace, { review, type, language, path: out }));
      return report({ ...review, ...moments, file }, [title, say(language, 'written', { file })]);
    },
  });
}

export const reportCommands: readonly Command[] = [
  reportCommand('day', {
    zh: '复盘一天（默认昨天；开店第一天就是今天）：单量、调用、错误码、可用率、异常、操作员；--out 写成 .xlsx 或可打印的 .html',
    en: 'look back on a day (yesterday by default; on the shop’s first day today): volume, calls, codes, availability, exceptions, operators; --out: as .xlsx, or as .html to print',
  }),
  reportCommand('week', {
    zh: '复盘一周（默认上周，周一到周日；开店第一周就是本周）；--out 写成 .xlsx 或可打印的 .html',
    en: 'look back on a week (last week by default, Monday to Sunday; in the shop’s first week that one); --out: as .xlsx, or as .html to print',
  }),
];
