import { resolve } from 'node:path';
import { done, failure } from '../../../shared/errors/outcome.ts';
import { updateDivisions } from '../../usecases/correcting/divisions.ts';
import type { Command } from '../main/command.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { knowledgeText } from './knowledgeText.ts';

export const divisionsStatusCommand: Command = {
  name: 'divisions status',
  usage: '',
  does: { 'zh-CN': '区划数据的版本和日期', en: 'version and date of the division data' },
  options: {},
  run: (context) =>
    withWorkspace(context, async ({ divisions: { version, date, refusedUpdate } }) => {
      const { language } = context;
      const human = [knowledgeText(language, 'divisionsLine', { version, date })];
      if (refusedUpdate !== null)
        human.push(
          knowledgeText(language, refusedUpdate === 'older' ? 'divisionsOlder' : 'divisionsDamaged'),
        );
      return done({ exitCode: 0, json: { version, date, refusedUpdate }, human });
    }),
};

export const divisionsUpdateCommand: Command = {
  name: 'divisions update',
  usage: 'FOLDER|FILE',
  does: {
    'zh-CN': '换上更新的区划数据（三个文件的文件夹，或合成的一个文件），不用升级程序',
    en: 'take newer division data (a folder of three files, or one file of them all), without a release',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [path, ...more] = context.operands;
      if (path === undefined || more.length > 0)
        return failure('USAGE', { detail: `divisions update ${divisionsUpdateCommand.usage}` });
      const updated = updateDivisions(workspace, resolve(path));
      if (!updated.ok) return updated;
      const { version, date, formerVersion } = updated.value;
      const words = { version, date, formerVersion };
      const human = [knowledgeText(context.language, 'divisionsUpdated', words)];
      return done({ exitCode: 0, json: updated.value, human });
    }),
};
