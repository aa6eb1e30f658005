import { done } from '../../../shared/errors/outcome.ts';
import { makeRescueCode } from '../../usecases/operators/makeRescueCode.ts';
import { rescueManager } from '../../usecases/operators/rescueManager.ts';
import type { Command, CommandContext, CommandResult } from '../main/command.ts';
import { readPin } from '../main/readPin.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { operatorByName } from './operatorByName.ts';
import { rescueLines } from './rescueLines.ts';

const codeResult = (rescueCode: string, { language }: CommandContext): CommandResult => ({
  exitCode: 0,
  json: { rescueCode },
  human: rescueLines(rescueCode, language),
});

export const operatorsCodeCommand: Command = {
  name: 'operators code',
  usage: '',
  does: {
    'zh-CN': '生成新的找回码（只显示这一次），旧的作废',
    en: 'make a new rescue code, shown this once; the former one is void',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const made = await makeRescueCode(workspace);
      return made.ok ? done(codeResult(made.value, context)) : made;
    }),
};

export const operatorsRescueCommand: Command = {
  name: 'operators rescue',
  usage: 'NAME',
  does: {
    'zh-CN': '凭找回码给店长设置新的数字密码：先找回码，后新的数字密码，从终端或标准输入的前两行读取',
    en: 'set a new PIN for a manager by the rescue code: the code, then the PIN, from the terminal or the first two lines of standard input',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const found = await operatorByName(workspace, context.operands[0]);
      if (!found.ok) return found;
      const { id: operatorId, name } = found.value;
      const code = await readPin(context, 'rescueCode', name);
      const pin = await readPin(context, 'newPin', name);
      const next = await rescueManager(workspace, { operatorId, code, pin });
      return next.ok ? done(codeResult(next.value, context)) : next;
    }),
};
