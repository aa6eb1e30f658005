import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import {
  type AlarmLimitName,
  alarmLimitNames,
  alarmLimits,
} from '../../../shared/domain/insight/alarmRules.ts';
import type { PageWorld } from './pageWorld.ts';

const usualRules = {
  limits: Object.fromEntries(alarmLimitNames.map((name) => [name, alarmLimits[name].usual])) as Record<
    AlarmLimitName,
    number
  >,
  off: [],
  isDesktopOn: true,
  isSoundOn: true,
};

type Os = ReturnType<typeof implement<typeof contract>>;

/** Alarms of the page's double: none stands. */
export function pageAlarms(os: Os, _world: PageWorld) {
  return {
    open: os.alarms.open.handler(() => []),
    history: os.alarms.history.handler(() => ({ total: 0, rows: [] })),
    silence: os.alarms.silence.handler(() => []),
    rules: os.alarms.rules.handler(() => usualRules),
    setRules: os.alarms.setRules.handler(() => usualRules),
    contacts: os.alarms.contacts.handler(() => []),
    setContacts: os.alarms.setContacts.handler(() => []),
    seen: os.alarms.seen.handler(() => []),
  };
}

/** Where they are told besides this computer: nowhere yet. */
export function pageAlarmChannels(os: Os, _world: PageWorld) {
  return {
    list: os.alarmChannels.list.handler(() => []),
    save: os.alarmChannels.save.handler(() => []),
    remove: os.alarmChannels.remove.handler(() => []),
    test: os.alarmChannels.test.handler(() => []),
  };
}
