import type { GoLiveChecklist } from '../../../shared/contracts/accounts.ts';
import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { done } from '../../../shared/errors/outcome.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import { runGoLive } from '../../usecases/booking/goLive/runGoLive.ts';
import { dispatchText, dispatchWord } from '../booking/dispatchText.ts';
import type { Command } from '../main/command.ts';
import { firstInputLine } from '../main/terminal.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { accountByName } from './accounts.ts';

function goLiveLines({ name, lock, steps }: GoLiveChecklist, language: Language): string[] {
  const end = { locked: 'stillLocked', unlocked: 'unlocked', test: 'isTest', none: 'isTest' } as const;
  return [
    ...steps.map(({ step, state, durationMs, errorCode, errorParams, note }) =>
      dispatchText(language, 'goLiveLine', {
        state: dispatchWord(language, 'stepState', state),
        step: dispatchWord(language, 'step', step),
        durationMs,
        words: isErrorCode(errorCode) ? describeError(errorCode, errorParams, language).says : note,
      }),
    ),
    dispatchText(language, end[lock], { name }),
  ];
}

export const accountGoLiveCommand: Command = {
  name: 'account golive',
  usage: 'NAME [--id TESTID] [--key-stdin] [--endpoint URL] [--carrier CODE] [--printer URI]',
  does: {
    'zh-CN': '用测试密钥做小单测试（签名、下单、查询、打印、取消），通过后账号才能正式取号',
    en: 'the small-order test with test keys; an account books for real only after it has passed',
  },
  options: {
    id: { type: 'string' },
    'key-stdin': { type: 'boolean' },
    endpoint: { type: 'string' },
    carrier: { type: 'string' },
    printer: { type: 'string' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const account = await accountByName(workspace, context);
      if (!account.ok) return account;
      const key = context.flag('key-stdin') ? await firstInputLine(context.terminal) : '';
      const tested = await runGoLive(workspace, {
        accountId: account.value.id,
        testMerchantId: context.text('id') ?? '',
        testSecret: key.trim(),
        testEndpoint: context.text('endpoint') ?? '',
        carrier: (context.text('carrier') ?? '').toUpperCase(),
        printerUri: context.text('printer') ?? null,
      });
      if (!tested.ok) return tested;
      const hasPassed = tested.value.steps.every(({ state }) => state === 'passed');
      return done({
        exitCode: hasPassed ? 0 : 3,
        json: tested.value,
        human: goLiveLines(tested.value, context.language),
      });
    }),
};
