import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Alarms of the page's double: none stands. */
export function pageAlarms(os: Os, _world: PageWorld) {
  return {
    open: os.alarms.open.handler(() => []),
    history: os.alarms.history.handler(() => ({ total: 0, rows: [] })),
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
