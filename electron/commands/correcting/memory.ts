import type { LearnedRow } from '../../../shared/contracts/addressKnowledge.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import {
  bringBackLearned,
  exportLearned,
  forgetLearned,
  readLearned,
} from '../../usecases/correcting/memory.ts';
import { aligned } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { searchOf, searchOptions, searchWays } from '../main/standardInput.ts';
import { flag, path, text, usual, whole, writtenFile } from '../main/word.ts';
import { recordShown } from '../orders/order.ts';
import { maskReceiver, receiverLine } from './receiver.ts';

const say = phrases({
  learned: [
    '{id}  {kind}  {what}  {at}  用过 {usedCount} 次{state}',
    '{id}  {kind}  {what}  {at}  used {usedCount} {usedCount|time|times}{state}',
  ],
  total: ['共学到 {total} 条', '{total} learned in all'],
  forgotten: ['（已忘记）', ' (forgotten)'],
  forgot: [
    '已忘记；七天内可以用 --undo 找回。',
    'Forgotten; it can be brought back with --undo for seven days.',
  ],
  broughtBack: ['已找回。', 'Brought back.'],
  exportedMasked: [
    '已写出 {count} 条，个人信息已打码：{file}',
    '{count} written, personal data masked: {file}',
  ],
  exportedOpen: [
    '已写出 {count} 条，含个人信息，已记录：{file}',
    '{count} written with personal data, which is recorded: {file}',
  ],
  address: ['地址', 'address'],
  spelling: ['商家写法', 'spelling'],
});

function learnedView(item: LearnedRow, isRevealed: boolean) {
  const receiver = maskReceiver(item.receiver, isRevealed);
  return { ...item, receiver, learnedAt: isoTime(item.learnedAt) };
}

function learnedLine(item: LearnedRow, isRevealed: boolean, language: Language): string {
  const { id, kind, written, usedCount, isForgotten, source, shop, learnedAt } = item;
  const receiver = receiverLine(maskReceiver(item.receiver, isRevealed));
  const place = [source, shop].filter((part) => part !== '').join(' ');
  return say(language, 'learned', {
    id,
    kind: say(language, kind),
    what: kind === 'spelling' ? `${written} → ${receiver} (${place})` : receiver,
    at: localTime(learnedAt),
    usedCount,
    state: isForgotten ? say(language, 'forgotten') : '',
  });
}

export const memoryCommands: readonly Command[] = [
  command({
    name: 'address memory list',
    zh: '列出学到的更正（个人信息打码，--reveal 显示并记录）',
    en: 'list learned corrections (personal data masked unless --reveal, which is recorded)',
    access: 'correctAddresses',
    reveals: 'exportPersonalData',
    options: { ...searchOptions, limit: usual(whole(), 100) },
    perhaps: searchWays,
    async run({ workspace, options, ...context }) {
      const { language, isRevealed } = context;
      const { limit } = options;
      const search = await searchOf(context, options);
      const { total, rows } = await readLearned(workspace, { offset: 0, limit, search });
      await recordShown(workspace, context, { what: 'address-memory', count: rows.length });
      const human = rows.map((row) => learnedLine(row, isRevealed, language));
      const learned = rows.map((row) => learnedView(row, isRevealed));
      return report({ learned, total }, [...aligned(human), say(language, 'total', { total })]);
    },
  }),
  command({
    name: 'address memory forget',
    zh: '忘记一条学到的更正；--undo 找回',
    en: 'forget one learned correction; --undo brings it back',
    access: 'correctAddresses',
    operands: [text('ID')],
    options: { undo: flag },
    async run({ workspace, language, operands: [id], options: { undo } }) {
      const marked = unwrap(await (undo ? bringBackLearned : forgetLearned)(workspace, id));
      return report(learnedView(marked, false), [say(language, undo ? 'broughtBack' : 'forgot')]);
    },
  }),
  command({
    name: 'address memory export',
    zh: '把学到的更正写成表格（个人信息打码，--reveal 写明文并记录）',
    en: 'write learned corrections as a sheet (masked unless --reveal, which is recorded)',
    access: 'exportOrders',
    reveals: 'exportPersonalData',
    options: { out: writtenFile(path('FILE.xlsx|FILE.csv')) },
    async run({ workspace, language, isRevealed, why, options: { out = null } }) {
      const wish = { path: out, language, isRevealed, reason: why };
      const { path: file, count } = unwrap(await exportLearned(workspace, wish));
      const key = isRevealed ? 'exportedOpen' : 'exportedMasked';
      return report({ file, count, isMasked: !isRevealed }, [say(language, key, { count, file })]);
    },
  }),
];
