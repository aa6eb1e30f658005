import {
  type NumberSettingName,
  numberSettingNames,
  numberSettings,
} from '../../../shared/domain/settings.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import {
  changeSettings,
  readSettings,
  type Settings,
  settingFromText,
} from '../../usecases/workspace/settings.ts';
import { inColumns } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { text } from '../main/word.ts';

/** A setting as it is and what it may be. */
function settingRow(settings: Settings, name: NumberSettingName) {
  return { name, value: settings[name], ...numberSettings[name] };
}

const settingLines = (rows: readonly ReturnType<typeof settingRow>[], language: Language) =>
  inColumns(
    rows.map(({ name, value, least, most }) => [
      name,
      String(value),
      `(${least}–${most})`,
      wordFor(language, 'actWord', name),
    ]),
  );

export const settingsCommands: readonly Command[] = [
  command({
    name: 'settings list',
    zh: '列出数值设置：现值和允许的范围',
    en: 'list the settings that are numbers: value and limits',
    access: 'seeWork',
    async run({ workspace, language }) {
      const settings = await readSettings(workspace);
      const rows = numberSettingNames.map((name) => settingRow(settings, name));
      return report({ settings: rows }, settingLines(rows, language));
    },
  }),
  command({
    name: 'settings set',
    zh: '改一个数值设置',
    en: 'change a setting that is a number',
    access: 'changeSettings',
    begins: true,
    operands: [text('NAME'), text('VALUE')],
    async run({ workspace, language, operands: [name, value] }) {
      const patch = unwrap(settingFromText(name, value));
      const changed = unwrap(await changeSettings(workspace, patch));
      const rows = numberSettingNames
        .filter((known) => known === name)
        .map((known) => settingRow(changed, known));
      return report({ settings: rows }, settingLines(rows, language));
    },
  }),
];
