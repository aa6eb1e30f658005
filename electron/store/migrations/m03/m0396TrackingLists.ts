import { type Kysely, sql } from 'kysely';

const change = (state: string, by: 1 | -1): string =>
  `insert into tracking_totals (state, is_exception, total) values (${state}.state, ${state}.exception <> '', ${by})
    on conflict (state, is_exception) do update set total = total + ${by};`;

/**
 * Lists of a million parcels: an index for each order they are shown in, the last four signs of the numbers people say on the
 * telephone, and totals that are kept with each change, since counting them anew reads every row.
 */
const statements = [
  `create index tracking_state_news on tracking(state, coalesce(last_at, booked_at, 0), waybill_no)`,
  `create index tracking_open_news on tracking(coalesce(last_at, booked_at, 0), waybill_no)
    where state not in ('signed', 'returned', 'cancelled')`,
  `create index tracking_exception_news on tracking(coalesce(last_at, booked_at, 0), waybill_no) where exception <> ''`,
  `create index tracking_booked_at on tracking(booked_at, waybill_no)`,
  `create index tracking_carrier on tracking(carrier, booked_at, waybill_no, state, exception)`,
  `create index tracking_waybill_tail on tracking(substr(waybill_no, -4))`,
  `create index tracking_order_tail on tracking(substr(order_no, -4))`,
  `create index tracking_order_no on tracking(order_no)`,
  `create index tracking_phone_tail on tracking(phone_tail)`,
  `create table tracking_totals (
    state text not null, is_exception integer not null, total integer not null,
    primary key (state, is_exception))`,
  `insert into tracking_totals (state, is_exception, total)
    select state, exception <> '', count(*) from tracking group by 1, 2`,
  `create trigger tracking_totals_insert after insert on tracking begin ${change('new', 1)} end`,
  `create trigger tracking_totals_delete after delete on tracking begin ${change('old', -1)} end`,
  `create trigger tracking_totals_update after update of state, exception on tracking
    when old.state <> new.state or (old.exception <> '') <> (new.exception <> '')
    begin ${change('old', -1)} ${change('new', 1)} end`,
];

export const m0396TrackingLists = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
