import { type Kysely, sql } from 'kysely';

const statements = [
  `create table alarms (
    id text primary key not null, kind text not null, scope_kind text not null, scope_id text not null,
    scope_name text not null, severity text not null, state text not null, facts_json text not null,
    raised_at integer not null, seen_at integer, seen_by text not null, cleared_at integer, ending text not null,
    told_at integer, loud_at integer, version integer not null)`,
  // One of a kind and scope at a time, whoever raises it.
  'create unique index alarms_open on alarms(kind, scope_kind, scope_id) where cleared_at is null',
  'create index alarms_scope on alarms(kind, scope_kind, scope_id, raised_at)',
  'create index alarms_raised on alarms(raised_at)',
  `create table alarm_channels (
    id text primary key not null, kind text not null, name text not null unique, target text not null,
    sealed_fields text not null, is_urgent_only integer not null, created_at integer not null,
    failing_since integer, error_code text not null, error_params_json text not null,
    last_sent_at integer, version integer not null)`,
  `create table alarm_messages (
    id text primary key not null, alarm_id text not null, channel_id text not null, event text not null,
    state text not null, attempts integer not null, created_at integer not null, run_at integer not null,
    expires_at integer not null, ended_at integer, error_code text not null)`,
  'create index alarm_messages_due on alarm_messages(state, run_at)',
  'create index alarm_messages_channel on alarm_messages(channel_id, created_at)',
  'create index alarm_messages_alarm on alarm_messages(alarm_id)',
  `create table lane_events (
    id text primary key not null, at integer not null, kind text not null, from_account_id text not null,
    from_name text not null, to_account_id text not null, to_name text not null, operator text not null,
    reason text not null, alarm_id text not null, moved integer not null, stayed integer not null)`,
  'create index lane_events_from on lane_events(from_account_id, at)',
  `create trigger lane_events_keep before update on lane_events
    begin select raise(abort, 'lane events are never changed'); end`,
  `create trigger lane_events_stay before delete on lane_events
    begin select raise(abort, 'lane events are never taken out'); end`,
  'alter table account_lanes add column diverted_to text',
  'alter table account_lanes add column diverted_at integer',
];

export const m0390Alarms = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
