import type { GoLiveChecklist } from '../../../shared/contracts/accounts.ts';
import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { runGoLive } from '../../usecases/booking/goLive/runGoLive.ts';
import { carrier } from '../main/carrier.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { firstInputLine } from '../main/terminal.ts';
import { flag, text } from '../main/word.ts';
import { account } from './account.ts';

const say = phrases({
  step: ['[{state}] {step}（{durationMs} 毫秒）{words}', '[{state}] {step} ({durationMs} ms) {words}'],
  unlocked: [
    '账号 {name} 已通过小单测试，可以正式取号。',
    'The account {name} has passed its small-order test and may book for real.',
  ],
  locked: ['账号 {name} 还没有解锁。', 'The account {name} is still locked.'],
  untried: [
    '“{step}”是后来加入的一步，这个账号还没有测过；它不会因此停用，请再做一次小单测试。',
    '“{step}” became a step later and this account has never tried it; it stays live, run the test once more.',
  ],
  test: [
    '账号 {name} 是测试账号（替换了接口地址），不需要解锁。',
    'The account {name} is a test account (its endpoint is replaced); nothing is locked.',
  ],
});

function checklistLines({ name, lock, untried, steps }: GoLiveChecklist, language: Language): string[] {
  const end = lock === 'none' ? 'test' : lock;
  return [
    ...steps.map(({ step, state, durationMs, errorCode, errorParams, note }) =>
      say(language, 'step', {
        state: wordFor(language, 'goLiveState', state),
        step: wordFor(language, 'goLiveStep', step),
        durationMs,
        words: isErrorCode(errorCode) ? describeError(errorCode, errorParams, language).says : note,
      }),
    ),
    say(language, end, { name }),
    ...untried.map((step) => say(language, 'untried', { step: wordFor(language, 'goLiveStep', step) })),
  ];
}

export const goLiveCommands: readonly Command[] = [
  command({
    name: 'account golive',
    zh: '用测试密钥做小单测试（签名、下单、查询、打印、查物流、取消），通过后账号才能正式取号',
    en: 'the small-order test with test keys; an account books for real only after it has passed',
    access: 'changeAccounts',
    operands: [account],
    options: {
      id: text('TESTID'),
      'key-stdin': flag,
      endpoint: text('URL'),
      carrier,
      printer: text('URI'),
    },
    async run({ workspace, language, terminal, operands: [{ id: accountId }], options }) {
      const key = options['key-stdin'] ? await firstInputLine(terminal) : '';
      const wish = {
        accountId,
        testMerchantId: options.id ?? '',
        testSecret: key.trim(),
        testEndpoint: options.endpoint ?? '',
        carrier: options.carrier ?? '',
        printerUri: options.printer ?? null,
      };
      const tested = unwrap(await runGoLive(workspace, wish));
      const hasPassed = tested.steps.every(({ state }) => state === 'passed');
      return report(tested, checklistLines(tested, language), !hasPassed);
    },
  }),
];
