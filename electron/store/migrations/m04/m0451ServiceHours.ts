import { type Kysely, sql } from 'kysely';

const hour = (row: string): string => `${row}at - ${row}at % 3600000`;
const minute = (row: string): string => `1 << (${row}at % 3600000 / 60000)`;
const servedMinute = (row: string): string =>
  `case when ${row}calls > ${row}unavailable then ${minute(row)} else 0 end`;

/** Which minutes of an hour had calls and which of them a platform served: a bit each, so that a month is read in hundreds of rows. */
const statements = [
  `create table service_hours (
    hour_at integer not null, platform text not null, called integer not null, served integer not null,
    primary key (hour_at, platform)) without rowid`,
  // A minute's bit is the same in all of its buckets: added up once it is set.
  `insert into service_hours (hour_at, platform, called, served)
    select ${hour('')}, platform, sum(distinct ${minute('')}), sum(distinct ${servedMinute('')})
    from call_buckets where grain = 1 group by 1, 2`,
  `create trigger service_hours_insert after insert on call_buckets when new.grain = 1 begin
    insert into service_hours (hour_at, platform, called, served)
      values (${hour('new.')}, new.platform, ${minute('new.')}, ${servedMinute('new.')})
      on conflict (hour_at, platform) do update
        set called = called | excluded.called, served = served | excluded.served;
  end`,
  // Nothing else read the minutes by it.
  'drop index call_buckets_minutes',
];

export const m0451ServiceHours = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
