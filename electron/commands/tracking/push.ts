import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { describeError } from '../../../shared/text/describeError.ts';
import { systemClock } from '../../platform/clock.ts';
import { requestByFile } from '../../platform/fileRequests.ts';
import { subscribeTracking, type TakenPush, takePush } from '../../usecases/tracking/push.ts';
import { handedAnswer, pushHandOverFolder } from '../../usecases/tracking/pushes/pushRounds.ts';
import { account } from '../accounts/account.ts';
import { type Command, type CommandResult, command, report, unwrap } from '../main/command.ts';
import { phrases, saidOf } from '../main/phrases.ts';
import { many, required, text, usual } from '../main/word.ts';

const say = phrases({
  subscribed: ['{waybillNo} 已订阅轨迹推送。', '{waybillNo}: its tracking will be pushed.'],
});

/** The program with the workspace looks every second; a busy one takes longer. */
const patienceMs = 10_000;

function pushReport(taken: Omit<TakenPush, 'errorCode'> & { readonly errorCode: string }) {
  return report(taken, [taken.acknowledgement], taken.errorCode !== '');
}

/** What the program with the workspace answered. */
function readAnswer(answer: string): Outcome<CommandResult> {
  const read = handedAnswer.safeParse(JSON.parse(answer));
  if (!read.success) throw new Error('a push was answered in another shape');
  if (!('code' in read.data)) return pushReport(read.data);
  const { code, params } = read.data;
  return failure(isErrorCode(code) ? code : 'INTERNAL', params);
}

export const pushCommands: readonly Command[] = [
  /** For the merchant's own web server: what a platform posted comes in on stdin, what it is to be answered goes out. */
  command({
    name: 'track push',
    zh: '读取平台推送的一条消息（标准输入为表单正文），输出应答',
    en: 'take one message a platform pushed (its form body on stdin) and print the answer to it',
    access: 'seeWork',
    options: { account: required(account) },
    async run({ workspace, terminal, options: { account: of } }) {
      const body = await terminal.readInput();
      return pushReport(unwrap(await takePush(workspace, { accountId: of.id, body, channel: 'command' })));
    },
    async whenBusy({ folder, word, terminal }) {
      const handed = { account: word('account') ?? '', body: await terminal.readInput() };
      const taken = await requestByFile(pushHandOverFolder(folder), JSON.stringify(handed), {
        patienceMs,
        sleep: (ms) => systemClock.sleep(ms),
      });
      if (taken === null) return null;
      return taken.answer === null ? failure('PUSH_UNANSWERED') : readAnswer(taken.answer);
    },
  }),
  command({
    name: 'track subscribe',
    zh: '请平台推送这些单号的轨迹',
    en: 'ask the platform to push tracking for these waybills',
    access: 'seeWork',
    operands: [many(text('WAYBILL'))],
    options: { callback: usual(text('URL'), '') },
    async run({ workspace, language, operands: [waybillNos], options: { callback } }) {
      const refused: { readonly waybillNo: string; readonly code: string }[] = [];
      const human: string[] = [];
      for (const waybillNo of waybillNos) {
        const asked = await subscribeTracking(workspace, waybillNo, callback);
        if (asked.ok) human.push(say(language, 'subscribed', { waybillNo }));
        else {
          refused.push({ waybillNo, code: asked.code });
          human.push(saidOf(waybillNo, describeError(asked.code, asked.params, language).says, language));
        }
      }
      const subscribed = waybillNos.length - refused.length;
      return report({ subscribed, refused }, human, refused.length > 0);
    },
  }),
];
