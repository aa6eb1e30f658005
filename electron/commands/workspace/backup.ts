import { done, failure } from '../../../shared/errors/outcome.ts';
import { backUpWorkspace } from '../../usecases/workspace/backup.ts';
import type { Command } from '../main/command.ts';
import { commandText, localTime } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

export const backupCommand: Command = {
  name: 'backup',
  usage: '[--out FILE]',
  does: {
    'zh-CN': '备份整个工作区到一个加密文件，并逐页校验',
    en: 'back up the whole workspace into one encrypted, verified file',
  },
  options: { out: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const made = await backUpWorkspace(workspace, context.text('out'));
      if (!made.ok) return made;
      const { file, header, isBoundToMachine } = made.value;
      const { orders, databaseBytes, schemaVersion } = header;
      const text = commandText(context.language, 'backedUp', { orders, file, bytes: databaseBytes });
      return done({
        exitCode: 0,
        json: {
          file,
          madeAt: new Date(header.madeAt).toISOString(),
          orders,
          bytes: databaseBytes,
          schemaVersion,
          isVerified: true,
          isBoundToMachine,
        },
        human: isBoundToMachine ? [text, commandText(context.language, 'backupBound')] : [text],
      });
    }),
};

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
