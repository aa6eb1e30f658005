import { done } from '../../../shared/errors/outcome.ts';
import { backUpWorkspace } from '../../usecases/workspace/backUpWorkspace.ts';
import type { Command } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
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
