import type { Kysely } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { AlarmChannel, AlarmMessage, Schema } from '../schema.ts';

export function createAlarmChannelRepository(db: Kysely<Schema>) {
  const channels = tableOf(db, 'alarmChannels');
  return {
    all: () => channels.rows().orderBy('createdAt').orderBy('id').execute(),
    byId: (id: string) => channels.row({ id }),
    byName: (name: string) => channels.row({ name }),
    insert: channels.insert,
    change: (seen: AlarmChannel, changes: Partial<AlarmChannel>) =>
      channels.change({ id: seen.id, version: seen.version }, changes),
    /** How it went of late, whoever changes its name meanwhile. */
    note: (id: string, changes: Partial<AlarmChannel>) => channels.update({ id }, changes),
    remove: (id: string) => channels.remove({ id }),
  };
}

type MessageEnd = Pick<AlarmMessage, 'state' | 'errorCode'>;

export function createAlarmMessageRepository(db: Kysely<Schema>) {
  const messages = tableOf(db, 'alarmMessages');
  return {
    /** false: this was said to this channel, or waits to be. */
    insertIfNew: messages.insertIfNew,
    ofAlarm: (alarmId: string) => messages.rows({ alarmId }).orderBy('createdAt').execute(),

    /** What may go to a channel now, the oldest first. */
    due: (channelId: string, now: number, limit: number) =>
      messages
        .rows({ channelId, state: 'waiting' })
        .where('runAt', '<=', now)
        .orderBy('createdAt')
        .orderBy('id')
        .limit(limit)
        .execute(),

    /** Put off until after then, for a silence or by a clock that was wrong. */
    waitingBeyond: (channelId: string, at: number) =>
      messages
        .rows({ channelId, state: 'waiting' })
        .where('runAt', '>', at)
        .orderBy('id')
        .limit(200)
        .execute(),

    async runNow(ids: readonly string[], now: number): Promise<void> {
      await db.updateTable('alarmMessages').set({ runAt: now }).where('id', 'in', ids).execute();
    },

    countWaiting: (channelId: string) => messages.count({ channelId, state: 'waiting' }),

    async begin(ids: readonly string[]): Promise<void> {
      await db
        .updateTable('alarmMessages')
        .set((row) => ({ state: 'sending', attempts: row('attempts', '+', 1) }))
        .where('id', 'in', ids)
        .execute();
    },

    async end(ids: readonly string[], { state, errorCode }: MessageEnd, endedAt: number): Promise<void> {
      if (ids.length === 0) return;
      const changes = { state, errorCode, endedAt };
      await db.updateTable('alarmMessages').set(changes).where('id', 'in', ids).execute();
    },

    async putBack(ids: readonly string[], runAt: number, errorCode: string): Promise<void> {
      const changes = { state: 'waiting', runAt, errorCode } as const;
      await db.updateTable('alarmMessages').set(changes).where('id', 'in', ids).execute();
    },

    /** What was under way when the program ended: it may have arrived. */
    async giveUpSending(endedAt: number): Promise<void> {
      const changes = { state: 'unknown', endedAt } as const;
      await db.updateTable('alarmMessages').set(changes).where('state', '=', 'sending').execute();
    },

    /** Somebody has fixed the channel: what waits for a later try goes now. */
    async hasten(channelId: string, now: number): Promise<void> {
      await db
        .updateTable('alarmMessages')
        .set({ runAt: now })
        .where('channelId', '=', channelId)
        .where('state', '=', 'waiting')
        .where('attempts', '>', 0)
        .execute();
    },

    /** What waits of this alarm waits for longer. */
    async delayOf(alarmId: string, runAt: number): Promise<void> {
      await db
        .updateTable('alarmMessages')
        .set({ runAt })
        .where('alarmId', '=', alarmId)
        .where('state', '=', 'waiting')
        .execute();
    },

    async forgetOf(channelId: string): Promise<void> {
      await db.deleteFrom('alarmMessages').where('channelId', '=', channelId).execute();
    },

    async forgetBefore(at: number): Promise<void> {
      await db.deleteFrom('alarmMessages').where('createdAt', '<', at).execute();
    },
  };
}
