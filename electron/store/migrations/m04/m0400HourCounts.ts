import { type Kysely, sql } from 'kysely';

/** What was there before is counted once, here; from then on each change counts itself. */
const statements = [
  `create table hour_counts (
    measure text not null, hour_at integer not null, carrier text not null, shop text not null,
    total integer not null, fen integer not null, primary key (measure, hour_at, carrier, shop))`,
  `create table parcel_times (
    waybill_no text not null, carrier text not null, shop text not null, province text not null,
    booked_at integer, collected_at integer, signed_at integer, promised_at integer, primary key (waybill_no))`,
  `create table transit_counts (
    day_at integer not null, carrier text not null, province text not null, hours integer not null,
    total integer not null, promised integer not null, kept integer not null,
    primary key (day_at, carrier, province, hours))`,
  // Minutes of a month with calls, without reading how long each call took.
  'create index call_buckets_minutes on call_buckets(at, platform, calls, unavailable) where grain = 1',
  // When a platform last answered at all.
  'create index tracking_checked_at on tracking(checked_at)',
  `insert into hour_counts
    select 'booked', s.booked_at - s.booked_at % 3600000, s.carrier, coalesce(o.shop, ''), count(*), 0
    from shipments s left join orders o on o.id = s.order_id
    where s.booked_at is not null group by 2, 3, 4`,
  `insert into hour_counts
    select 'priced', s.booked_at - s.booked_at % 3600000, s.carrier, coalesce(o.shop, ''), count(*),
      sum(s.freight_fen)
    from shipments s left join orders o on o.id = s.order_id
    where s.booked_at is not null and s.freight_fen is not null group by 2, 3, 4`,
  `insert into hour_counts
    select case
        when p.state in ('accepted', 'confirmed', 'scanned') then
          case when p.copy_no = 1 then 'printed' else 'reprinted' end
        when p.state = 'unsure' then 'print-unsure' else 'print-failed' end,
      coalesce(p.sent_at, p.wanted_at) - coalesce(p.sent_at, p.wanted_at) % 3600000,
      coalesce(o.booked_carrier, ''), coalesce(o.shop, ''), count(*), 0
    from print_jobs p left join orders o on o.id = p.order_id
    where p.state in ('accepted', 'confirmed', 'scanned', 'unsure')
      or (p.state = 'failed' and p.error_code <> 'PRINT_CANCELLED')
    group by 1, 2, 3, 4`,
  `insert into parcel_times
    select t.waybill_no, t.carrier, coalesce(o.shop, ''), coalesce(o.province, ''), t.booked_at,
      (select min(e.at) from tracking_events e where e.waybill_no = t.waybill_no
        and e.status in ('collected', 'in-transit', 'destination', 'delivering', 'locker', 'signed')),
      (select min(e.at) from tracking_events e where e.waybill_no = t.waybill_no and e.status = 'signed'), null
    from tracking t left join orders o on o.id = t.order_id where t.order_id <> ''`,
  `update parcel_times set promised_at =
    (select t.promised_at from tracking t where t.waybill_no = parcel_times.waybill_no)
    where signed_at is not null`,
  // Made once it is filled: a day's bookings, and who of them was taken the same day.
  `create index parcel_times_booked_at on parcel_times(booked_at, collected_at)`,
  `insert into hour_counts
    select 'collected', collected_at - collected_at % 3600000, carrier, shop, count(*), 0
    from parcel_times where collected_at is not null group by 2, 3, 4`,
  `insert into hour_counts
    select 'signed', signed_at - signed_at % 3600000, carrier, shop, count(*), 0
    from parcel_times where signed_at is not null group by 2, 3, 4`,
  `insert into transit_counts
    select signed_at - (signed_at + 28800000) % 86400000, carrier, province,
      min(720, (signed_at - collected_at) / 3600000), count(*), count(promised_at),
      coalesce(sum(signed_at <= promised_at), 0)
    from parcel_times where signed_at >= collected_at group by 1, 2, 3, 4`,
];

export const m0400HourCounts = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
