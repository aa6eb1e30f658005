import { type Kysely, sql } from 'kysely';

const statements = [
  'alter table alarms add column quiet_until integer',
  'alter table alarms add column reminded_at integer',
  "create unique index alarm_messages_once on alarm_messages(alarm_id, channel_id, event) where alarm_id <> ''",
];

export const m0391QuietAlarms = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
