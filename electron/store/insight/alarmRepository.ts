import type { Kysely } from 'kysely';
import type { AlarmKind, AlarmScopeKind } from '../../../shared/domain/insight/alarm.ts';
import { tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Schema, StoredAlarm } from '../schema.ts';

/** What an alarm is about: only one about the same thing stands at a time. */
export interface AlarmKey {
  readonly kind: AlarmKind;
  readonly scopeKind: AlarmScopeKind;
  readonly scopeId: string;
}

export function createAlarmRepository(db: Kysely<Schema>) {
  const alarms = tableOf(db, 'alarms');
  return {
    byId: (id: string) => alarms.row({ id }),
    /** What stands now; never many. */
    open: () => alarms.rows().where('clearedAt', 'is', null).orderBy('raisedAt').execute(),
    openOf: (key: AlarmKey) => alarms.row({ ...key, clearedAt: null }),

    /** The last one of its kind and scope, whether it stands or not. */
    lastOf: (key: AlarmKey): Promise<StoredAlarm | undefined> =>
      alarms
        .rows({ ...key })
        .orderBy('raisedAt', 'desc')
        .limit(1)
        .executeTakeFirst(),

    /** What is over, the newest first. */
    history: ({ offset, limit }: WindowRequest) =>
      alarms
        .rows()
        .where('clearedAt', 'is not', null)
        .orderBy('raisedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),

    countHistory: async (): Promise<number> =>
      (await alarms.count()) - (await alarms.count({ clearedAt: null })),

    insert: alarms.insert,
    change: (seen: StoredAlarm, changes: Partial<StoredAlarm>) =>
      alarms.change({ id: seen.id, version: seen.version }, changes),

    async forgetBefore(at: number): Promise<void> {
      await db.deleteFrom('alarms').where('raisedAt', '<', at).where('clearedAt', 'is not', null).execute();
    },
  };
}
