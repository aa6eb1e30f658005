import type { CallRow } from '../../../shared/contracts/bookingHealth.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
import { readCall, readCalls } from '../../usecases/booking/calls.ts';
import { supportText } from '../../usecases/workspace/supportText.ts';
import type { Command, CommandContext } from '../main/command.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { dispatchText } from './dispatchText.ts';

const defaultLimit = 50;

function callLine(call: CallRow, { language }: CommandContext): string {
  return dispatchText(language, 'callLine', {
    ...call,
    errorParams: '',
    at: new Date(call.at).toISOString(),
    code: [call.errorCode, call.platformCode].filter((code) => code !== '').join(' / '),
  });
}

export const callsListCommand: Command = {
  name: 'calls list',
  usage: '[--search TEXT] [--account NAME] [--failed] [--limit N]',
  does: {
    'zh-CN': '接口调用记录，可按订单号、运单号、订单码、错误码、平台代码、请求号查找',
    en: 'the log of outside calls, by order, waybill, order code, error code, platform code or request id',
  },
  options: {
    search: { type: 'string' },
    account: { type: 'string' },
    failed: { type: 'boolean' },
    limit: { type: 'string' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const limit = Number(context.text('limit') ?? defaultLimit);
      if (!Number.isInteger(limit) || limit < 0) return failure('USAGE', { detail: '--limit N' });
      const name = context.text('account');
      const account = name === undefined ? undefined : await workspace.store.read.accounts.byName(name);
      if (name !== undefined && account === undefined) return failure('ACCOUNT_NOT_FOUND', { name });
      const filter = {
        search: context.text('search'),
        accountId: account?.id,
        isFailedOnly: context.flag('failed'),
      };
      const { total, rows } = await readCalls(workspace, filter, { offset: 0, limit });
      const human = rows.map((row) => callLine(row, context));
      return done({
        exitCode: 0,
        json: { total, calls: rows },
        human: [...human, dispatchText(context.language, 'callTotal', { total })],
      });
    }),
};

export const callsShowCommand: Command = {
  name: 'calls show',
  usage: 'ID',
  does: {
    'zh-CN': '一次调用和同一订单码的全部调用，可发给平台客服（不含密钥和个人信息）',
    en: 'one call and all with its order code, fit for the platform’s support: no secret, no personal data',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [id] = context.operands;
      if (id === undefined) return failure('USAGE', { detail: `calls show ${callsShowCommand.usage}` });
      const detail = await readCall(workspace, id);
      if (!detail.ok) return detail;
      const text = await supportText(workspace, id, context.language);
      if (!text.ok) return text;
      const { call, chain } = detail.value;
      return done({
        exitCode: 0,
        json: { ...call, chain, supportText: text.value },
        human: text.value.split('\n'),
      });
    }),
};
