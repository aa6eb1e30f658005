import { type Kysely, sql } from 'kysely';

const statements = [
  `create table tracking_cases (
    id text primary key not null, waybill_no text not null, carrier text not null, order_id text not null,
    order_no text not null, phone_tail text not null, province text not null, kind text not null,
    rank integer not null, occurrence integer not null, state text not null, version integer not null,
    since_at integer not null, limit_at integer not null, basis_json text not null, opened_at integer not null,
    owner_id text not null, owner_name text not null, due_at integer, snooze_until integer, waiting_on text,
    outcome text, closed_at integer, closed_by text not null, notes integer not null, gone_at integer)`,
  // The same reason of the same parcel is one case, however often it is told.
  `create unique index tracking_cases_occurrence on tracking_cases(waybill_no, kind, occurrence)`,
  `create index tracking_cases_unsolved on tracking_cases(rank, limit_at, id) where state <> 'solved'`,
  `create index tracking_cases_counted on tracking_cases(kind, state, owner_id, due_at) where state <> 'solved'`,
  `create index tracking_cases_snoozed on tracking_cases(snooze_until) where state = 'snoozed'`,
  `create index tracking_cases_solved on tracking_cases(closed_at) where state = 'solved'`,
  `create table case_steps (
    id text primary key not null, case_id text not null, at integer not null, kind text not null,
    operator text not null, note text not null)`,
  `create index case_steps_case_id on case_steps(case_id, id)`,
  `create table case_watches (waybill_no text primary key not null, due_at integer not null)`,
  `create index case_watches_due_at on case_watches(due_at)`,
  `create table parcel_silences (
    waybill_no text primary key not null, carrier text not null, province text not null,
    arrived_at integer not null, hours integer not null)`,
  `create index parcel_silences_lane on parcel_silences(carrier, province, arrived_at, hours)`,
  `create index parcel_silences_arrived_at on parcel_silences(arrived_at)`,
  // What is on its way already is looked at once, and then when it is due.
  `insert into case_watches select waybill_no, 0 from tracking
    where state not in ('signed', 'returned', 'cancelled')`,
];

export const m0380Cases = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
