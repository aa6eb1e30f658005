import { done, failure } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import {
  bringBackLearned,
  exportLearned,
  forgetLearned,
  type LearnedItem,
  readLearned,
} from '../../usecases/correcting/memory.ts';
import type { Command } from '../main/command.ts';
import { localTime } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { recordShown } from '../orders/orderResult.ts';
import { knowledgeText, maskReceiver, receiverLine } from './knowledgeText.ts';

const defaultLimit = 100;

function learnedView(item: LearnedItem, isRevealed: boolean) {
  return {
    ...item,
    receiver: maskReceiver(item.receiver, isRevealed),
    learnedAt: new Date(item.learnedAt).toISOString(),
  };
}

function learnedLine(item: LearnedItem, isRevealed: boolean, language: Language): string {
  const receiver = receiverLine(maskReceiver(item.receiver, isRevealed));
  const shop = [item.source, item.shop].filter((text) => text !== '').join(' ');
  return knowledgeText(language, 'learnedLine', {
    id: item.id,
    kind: knowledgeText(language, item.kind),
    what: item.kind === 'spelling' ? `${item.written} → ${receiver} (${shop})` : receiver,
    at: localTime(item.learnedAt),
    usedCount: item.usedCount,
    state: item.isForgotten ? knowledgeText(language, 'forgotten') : '',
  });
}

export const addressMemoryListCommand: Command = {
  name: 'address memory list',
  usage: '[--search TEXT] [--limit N] [--reveal]',
  does: {
    'zh-CN': '列出学到的更正（个人信息打码，--reveal 显示并记录）',
    en: 'list learned corrections (personal data masked unless --reveal, which is recorded)',
  },
  options: { search: { type: 'string' }, limit: { type: 'string' }, reveal: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const limit = Number(context.text('limit') ?? defaultLimit);
      if (!Number.isInteger(limit) || limit < 0) return failure('USAGE', { detail: '--limit N' });
      const isRevealed = context.flag('reveal');
      const { total, rows } = await readLearned(workspace, {
        search: context.text('search'),
        offset: 0,
        limit,
      });
      await recordShown(workspace, context, { what: 'address-memory', count: rows.length });
      const lines = rows.map((row) => learnedLine(row, isRevealed, context.language));
      return done({
        exitCode: 0,
        json: { learned: rows.map((row) => learnedView(row, isRevealed)), total },
        human: [...lines, knowledgeText(context.language, 'learnedTotal', { total })],
      });
    }),
};

export const addressMemoryForgetCommand: Command = {
  name: 'address memory forget',
  usage: 'ID [--undo]',
  does: {
    'zh-CN': '忘记一条学到的更正；--undo 找回',
    en: 'forget one learned correction; --undo brings it back',
  },
  options: { undo: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [id] = context.operands;
      if (id === undefined)
        return failure('USAGE', { detail: `address memory forget ${addressMemoryForgetCommand.usage}` });
      const isUndone = context.flag('undo');
      const marked = isUndone ? await bringBackLearned(workspace, id) : await forgetLearned(workspace, id);
      if (!marked.ok) return marked;
      const human = [knowledgeText(context.language, isUndone ? 'broughtBack' : 'forgot')];
      return done({ exitCode: 0, json: learnedView(marked.value, false), human });
    }),
};

export const addressMemoryExportCommand: Command = {
  name: 'address memory export',
  usage: '[--out FILE.xlsx] [--reveal]',
  does: {
    'zh-CN': '把学到的更正写成表格（个人信息打码，--reveal 写明文并记录）',
    en: 'write learned corrections as a sheet (masked unless --reveal, which is recorded)',
  },
  options: { out: { type: 'string' }, reveal: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const isRevealed = context.flag('reveal');
      const { language } = context;
      const exported = await exportLearned(workspace, {
        path: context.text('out') ?? null,
        language,
        isRevealed,
        reason: context.text('why'),
      });
      if (!exported.ok) return exported;
      const { path: file, count } = exported.value;
      const key = isRevealed ? 'exportedOpen' : 'exportedMasked';
      const human = [knowledgeText(language, key, { count, file })];
      return done({ exitCode: 0, json: { file, count, isMasked: !isRevealed }, human });
    }),
};
