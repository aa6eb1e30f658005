import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table operator_acts add column step text not null default ''`,
  `alter table operator_acts add column begun_no integer`,
  `create index operator_acts_begun_no on operator_acts(begun_no) where begun_no is not null`,
  // "insert or replace" deletes without asking a trigger: a number that stands already is refused as well.
  `create trigger operator_acts_no_insert before insert on operator_acts
    when new.no <> (select coalesce(max(no), 0) + 1 from operator_acts)
    begin select raise(abort, 'the record of acts only grows at its end'); end`,
  `create trigger operator_acts_no_update before update on operator_acts
    begin select raise(abort, 'the record of acts is never changed'); end`,
  `create trigger operator_acts_no_delete before delete on operator_acts
    begin select raise(abort, 'the record of acts is never cut'); end`,
  `alter table operators add column wrong_since integer not null default 0`,
  `alter table operators add column pin_form text not null default ''`,
  `update operators set wrong_since = tried_at where wrong_pins > 0`,
  `create table pin_tries (
    desk text not null, operator_id text not null, wrong_tries integer not null, tried_at integer not null,
    primary key (desk, operator_id))`,
];

export const m0320RecordOfActs = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
