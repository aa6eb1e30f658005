import { done, failure } from '../../../shared/errors/outcome.ts';
import { describeError } from '../../../shared/text/describeError.ts';
import { subscribeTracking } from '../../usecases/tracking/subscribeTracking.ts';
import { takePush } from '../../usecases/tracking/takePush.ts';
import type { Command } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

/** For the merchant's own web server: what a platform posted comes in on stdin, what it is to be answered goes out. */
export const trackPushCommand: Command = {
  name: 'track push',
  usage: '--account NAME',
  does: {
    'zh-CN': '读取平台推送的一条消息（标准输入为表单正文），输出应答',
    en: 'take one message a platform pushed (its form body on stdin) and print the answer to it',
  },
  options: { account: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const name = context.text('account');
      if (name === undefined) return failure('USAGE', { detail: `track push ${trackPushCommand.usage}` });
      const account = await workspace.store.read.accounts.byName(name);
      if (account === undefined) return failure('ACCOUNT_NOT_FOUND', { name });
      const taken = await takePush(workspace, account.id, await context.terminal.readInput());
      if (!taken.ok) return taken;
      return done({
        exitCode: taken.value.errorCode === '' ? 0 : 3,
        json: taken.value,
        human: [taken.value.acknowledgement],
      });
    }),
};

export const trackSubscribeCommand: Command = {
  name: 'track subscribe',
  usage: 'WAYBILL… [--callback URL]',
  does: {
    'zh-CN': '请平台推送这些单号的轨迹',
    en: 'ask the platform to push the news of these numbers',
  },
  options: { callback: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      if (context.operands.length === 0)
        return failure('USAGE', { detail: `track subscribe ${trackSubscribeCommand.usage}` });
      const refused: { readonly waybillNo: string; readonly code: string }[] = [];
      const human: string[] = [];
      for (const waybillNo of context.operands) {
        const asked = await subscribeTracking(workspace, waybillNo, context.text('callback') ?? '');
        if (asked.ok) human.push(commandText(context.language, 'subscribed', { waybillNo }));
        else {
          refused.push({ waybillNo, code: asked.code });
          const { says } = describeError(asked.code, asked.params, context.language);
          human.push(`${waybillNo}: ${says}`);
        }
      }
      const subscribed = context.operands.length - refused.length;
      return done({ exitCode: refused.length === 0 ? 0 : 3, json: { subscribed, refused }, human });
    }),
};
