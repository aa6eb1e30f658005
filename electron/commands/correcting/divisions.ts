import { updateDivisions } from '../../usecases/correcting/divisions.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { path } from '../main/word.ts';

const say = phrases({
  inUse: ['区划数据 {version}，截至 {date}', 'Division data {version}, as of {date}'],
  older: [
    '工作区里的更新不比自带的新，没有使用。',
    'The update in the workspace is no newer than what was shipped and is not in use.',
  ],
  damaged: ['工作区里的更新不完整，没有使用。', 'The update in the workspace is damaged and is not in use.'],
  updated: [
    '区划数据已从 {formerVersion} 更新到 {version}，截至 {date}。',
    'Division data updated from {formerVersion} to {version}, as of {date}.',
  ],
});

export const divisionCommands: readonly Command[] = [
  command({
    name: 'divisions status',
    zh: '区划数据的版本和日期',
    en: 'version and date of the division data',
    access: 'anybody',
    async run({ workspace: { divisions }, language }) {
      const { version, date, refusedUpdate } = divisions;
      const head = say(language, 'inUse', { version, date });
      const human = refusedUpdate === null ? [head] : [head, say(language, refusedUpdate)];
      return report({ version, date, refusedUpdate }, human);
    },
  }),
  command({
    name: 'divisions update',
    zh: '换上更新的区划数据（三个文件的文件夹，或合成的一个文件），不用升级程序',
    en: 'take newer division data (a folder of three files, or one file of them all), without a release',
    access: 'changeSettings',
    begins: true,
    operands: [path('FOLDER|FILE')],
    async run({ workspace, language, operands: [from] }) {
      const updated = unwrap(updateDivisions(workspace, from));
      return report(updated, [say(language, 'updated', { ...updated })]);
    },
  }),
];
