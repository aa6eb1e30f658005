import { type AlarmKind, alarmKinds } from '../../../shared/domain/insight/alarm.ts';
import {
  type AlarmLimitName,
  type AlarmRules,
  alarmLimitNames,
  alarmLimits,
} from '../../../shared/domain/insight/alarmRules.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import {
  changeAlarmRules,
  readAlarmRules,
  readContacts,
  saveContacts,
} from '../../usecases/insight/alarms/alarmRules.ts';
import { aligned, inColumns } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { nothing, phrases } from '../main/phrases.ts';
import { filledText, flag, many, oneOf, pair } from '../main/word.ts';

const say = phrases({
  kind: ['{id}  {title}  {state}', '{id}  {title}  {state}'],
  on: ['开', 'on'],
  off: ['关', 'off'],
  limit: ['{id}  {value}  ({least}–{most})  {says}', '{id}  {value}  ({least}–{most})  {says}'],
});

function shown({ limits, off, ...rules }: AlarmRules, language: Language) {
  const kinds = alarmKinds.map((kind) => ({ kind, isOn: !off.includes(kind) }));
  const rows = alarmLimitNames.map((name) => ({ name, value: limits[name], ...alarmLimits[name] }));
  const human = [
    ...aligned(
      kinds.map(({ kind, isOn }) =>
        say(language, 'kind', {
          id: kind,
          title: wordFor(language, 'alarm', kind),
          state: say(language, isOn ? 'on' : 'off'),
        }),
      ),
    ),
    ...aligned(
      rows.map(({ name, value, least, most }) =>
        say(language, 'limit', { id: name, value, least, most, says: wordFor(language, 'alarmLimit', name) }),
      ),
    ),
  ];
  return report({ kinds, limits: rows, ...rules }, human);
}

/** `errorPermille=15`; null: no limit of this name, or no number. */
function limitsOf(
  pairs: readonly (readonly [string, string])[],
): Partial<Record<AlarmLimitName, number>> | null {
  const limits: Partial<Record<AlarmLimitName, number>> = {};
  for (const [said, value] of pairs) {
    const name = alarmLimitNames.find((one) => one === said);
    if (name === undefined || !/^\d{1,9}$/.test(value)) return null;
    limits[name] = Number(value);
  }
  return limits;
}

const kind = oneOf<AlarmKind>(alarmKinds, 'KIND');
const onOrOff = oneOf(['on', 'off']);

export const alarmRuleCommands: readonly Command[] = [
  command({
    name: 'alarms rules',
    zh: '报警规则：哪些开着、上限是多少；--set 改上限，--off/--on 关开一类，--sound、--desktop 声音和弹窗',
    en: 'the rules of alarms: which are on, their limits; --set changes a limit, --off and --on a kind, --sound and --desktop how they are told',
    access: 'changeSettings',
    begins: true,
    options: {
      set: many(pair('NAME=N')),
      off: many(kind),
      on: many(kind),
      sound: onOrOff,
      desktop: onOrOff,
    },
    async run({ workspace, language, options: { set, off, on, sound, desktop } }) {
      const limits = limitsOf(set);
      if (limits === null)
        return failure('SETTING_UNKNOWN', {
          name: set.map(([name]) => name).join(', '),
          names: alarmLimitNames.join(', '),
        });
      const previous = await readAlarmRules(workspace);
      const isAsked = set.length + off.length + on.length > 0 || sound !== undefined || desktop !== undefined;
      if (!isAsked) return shown(previous, language);
      const changed = await changeAlarmRules(workspace, {
        limits,
        off: [...previous.off.filter((one) => !on.includes(one)), ...off],
        isSoundOn: sound === undefined ? undefined : sound === 'on',
        isDesktopOn: desktop === undefined ? undefined : desktop === 'on',
      });
      return shown(unwrap(changed), language);
    },
  }),
  command({
    name: 'alarms contacts',
    zh: '出事找谁：列出联系人；--add 姓名=电话 添加，--clear 先清空',
    en: 'who is called in an emergency; --add NAME=PHONE adds somebody, --clear empties the list first',
    access: 'changeSettings',
    begins: true,
    options: { add: many(pair('NAME=PHONE')), note: filledText('TEXT', 200), clear: flag },
    async run({ workspace, language, options: { add, note = '', clear } }) {
      const previous = await readContacts(workspace);
      const fresh = add.map(([name, phone]) => ({ name, phone, note, areas: [] }));
      if (clear || fresh.length > 0)
        unwrap(await saveContacts(workspace, [...(clear ? [] : previous), ...fresh]));
      const contacts = await readContacts(workspace);
      const lines = inColumns(contacts.map(({ name, phone, note: about }) => [name, phone, about]));
      return report({ contacts }, lines.length === 0 ? [nothing(language)] : lines);
    },
  }),
];
