import { done, failure } from '../../../shared/errors/outcome.ts';
import type { Command } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { localTime } from '../main/localTime.ts';

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'FILE',
  does: {
    'zh-CN': '用备份替换工作区；原来的数据移到一边，不删除',
    en: 'put a backup in the place of the workspace; what was there is set aside',
  },
  options: {},
  async run(context) {
    const [file, ...more] = context.operands;
    if (file === undefined || more.length > 0)
      return failure('USAGE', { detail: `restore ${restoreCommand.usage}` });
    const restored = await context.restore(file);
    if (!restored.ok) return restored;
    const { header, setAside, sender } = restored.value;
    await restored.value.close();
    const { orders, madeAt } = header;
    const human = [commandText(context.language, 'restored', { orders, madeAt: localTime(madeAt) })];
    if (setAside !== null) human.push(commandText(context.language, 'wasSetAside', { folder: setAside }));
    if (sender === 'kept') human.push(commandText(context.language, 'senderKept'));
    if (sender === 'missing') human.push(commandText(context.language, 'senderMissing'));
    return done({
      exitCode: 0,
      json: { file, madeAt: new Date(madeAt).toISOString(), orders, setAside, sender },
      human,
    });
  },
};
