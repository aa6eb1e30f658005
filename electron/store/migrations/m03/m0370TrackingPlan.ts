import { type Kysely, sql } from 'kysely';

/**
 * What the polling plan knows of a parcel and of a day's questions. Of a parcel followed until now nobody noted since
 * when: its booking or the first answer stands for it.
 */
const statements = [
  `alter table tracking add column followed_at integer not null default 0`,
  `alter table tracking add column not_before integer not null default 0`,
  `alter table tracking add column ask_group text not null default 'moving'`,
  `alter table tracking add column promised_at integer`,
  `alter table tracking add column raw_state text not null default ''`,
  `alter table tracking add column oddities text not null default ''`,
  `alter table tracking add column stop_reason text not null default ''`,
  `alter table tracking add column subscribed_at integer`,
  `update tracking set followed_at = coalesce(booked_at, checked_at, 0),
    ask_group = case when exception <> '' or state in ('problem', 'returning') then 'exception'
      when state = 'delivering' then 'delivering' when state in ('destination', 'locker') then 'arriving'
      when last_at is null or state in ('none', 'awaiting-collection') then 'first-scan' else 'moving' end`,
  `update tracking set stop_reason = 'no-account' where account_id = ''`,
  `create index tracking_account_id_ask_group_next_due_at on tracking(account_id, ask_group, next_due_at)`,
  `create index tracking_stop_reason on tracking(stop_reason, waybill_no) where stop_reason <> ''`,
  // meter: the platform and the merchant's id there, since a platform counts by that and not by our accounts.
  `create table tracking_budgets (
    meter text not null, day integer not null, used integer not null, used_by_people integer not null,
    ended_at integer, ended_per_day integer, primary key (meter, day))`,
  `create table number_shapes (
    shape text primary key not null, carrier text not null, decided_at integer not null)`,
];

export const m0370TrackingPlan = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
