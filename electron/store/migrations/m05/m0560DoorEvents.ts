import { type Kysely, sql } from 'kysely';

/** UTC ms by this computer's clock. */
const now = `cast((julianday('now') - 2440587.5) * 86400000 as integer)`;

/** Nobody is there to be told: nothing is written. */
const isHeard = `(exists (select 1 from door_webhooks)
  or exists (select 1 from door_tokens where revoked_at is null and instr(scopes, 'events:read') > 0))`;

interface Told {
  /** A name for its trigger. */
  readonly name: string;
  readonly on: string;
  readonly when: string;
  readonly type: string;
  /** Column of `door_events` → what it says; what is left out is empty. */
  readonly says: Readonly<Partial<Record<'order_no' | 'waybill_no' | 'state' | 'code', string>>>;
}

function trigger({ name, on, when, type, says }: Told): string {
  const { order_no = `''`, waybill_no = `''`, state = `''`, code = `''` } = says;
  return `create trigger door_events_${name} after ${on} when ${when} and ${isHeard}
    begin insert into door_events (at, type, order_no, waybill_no, state, code)
      values (${now}, ${type}, ${order_no}, ${waybill_no}, ${state}, ${code}); end`;
}

/** Empty where the order has been taken out meanwhile: what changes is not to fail for its telling. */
const orderNo = `coalesce((select order_no from orders where id = new.order_id), '')`;
const isOut = (row: 'old' | 'new') => `${row}.state in ('accepted', 'confirmed', 'scanned')`;

const booking = {
  type: `'booking.' || new.state`,
  says: { order_no: orderNo, waybill_no: 'new.waybill_no', state: 'new.state', code: 'new.error_code' },
};
const label = (type: string) => ({
  type: `'${type}'`,
  says: { order_no: orderNo, waybill_no: 'new.waybill_no', state: 'new.state', code: 'new.error_code' },
});
const order = {
  order_no: 'new.order_no',
  waybill_no: 'new.waybill_no',
  state: 'new.state',
  code: 'new.error_code',
};
const alarm = { code: 'new.kind', state: 'new.severity' };

/** Each where it is recorded, whoever records it: in the transaction that makes it true. */
const told: readonly Told[] = [
  { name: 'order_added', on: 'insert on orders', when: 'true', type: `'order.added'`, says: order },
  {
    name: 'order_changed',
    on: 'update of state on orders',
    when: 'old.state <> new.state',
    type: `case new.state when 'handed-over' then 'parcel.handed-over' else 'order.changed' end`,
    says: order,
  },
  { name: 'booked_at_once', on: 'insert on shipments', when: `new.state = 'booked'`, ...booking },
  {
    name: 'booking',
    on: 'update of state on shipments',
    when: `old.state <> new.state and new.state in ('booked', 'refused', 'unsure', 'voided') and old.state <> 'voiding'
      or old.state = 'voiding' and new.state = 'voided'`,
    ...booking,
  },
  {
    name: 'label_printed',
    on: 'update of state on print_jobs',
    when: `${isOut('new')} and not ${isOut('old')}`,
    ...label('label.printed'),
  },
  {
    name: 'label_unsure',
    on: 'update of state on print_jobs',
    when: `new.state = 'unsure' and old.state <> 'unsure'`,
    ...label('label.unsure'),
  },
  {
    name: 'label_failed',
    on: 'update of state on print_jobs',
    when: `new.state = 'failed' and old.state <> 'failed' and new.error_code <> 'PRINT_CANCELLED'`,
    ...label('label.failed'),
  },
  {
    name: 'tracking',
    on: 'update of state, exception on tracking',
    when: 'old.state <> new.state or old.exception <> new.exception',
    type: `'tracking.changed'`,
    says: {
      order_no: 'new.order_no',
      waybill_no: 'new.waybill_no',
      state: 'new.state',
      code: 'new.exception',
    },
  },
  { name: 'alarm_raised', on: 'insert on alarms', when: 'true', type: `'alarm.raised'`, says: alarm },
  {
    name: 'alarm_cleared',
    on: 'update of cleared_at on alarms',
    when: 'old.cleared_at is null and new.cleared_at is not null',
    type: `'alarm.cleared'`,
    says: alarm,
  },
];

const statements = [
  `create table door_events (
    no integer primary key autoincrement, at integer not null, type text not null, order_no text not null,
    waybill_no text not null, state text not null, code text not null)`,
  `create index door_events_at on door_events(at)`,
  `create table door_webhooks (
    id text not null, name text not null unique, target text not null, sealed_fields text not null,
    events text not null, created_at integer not null, created_by text not null, failures integer not null,
    next_at integer not null, failing_since integer, error_code text not null, error_params_json text not null,
    sent_at integer, primary key (id))`,
  // What has arrived is not kept: a row waits, or was given up.
  `create table door_deliveries (
    webhook_id text not null, event_no integer not null, state text not null, code text not null,
    primary key (webhook_id, state, event_no)) without rowid`,
  `create index door_deliveries_event on door_deliveries(event_no)`,
  ...told.map((one) => trigger({ ...one, when: `(${one.when})` })),
  `create trigger door_deliveries_queued after insert on door_events begin
    insert into door_deliveries (webhook_id, event_no, state, code)
      select id, new.no, 'waiting', '' from door_webhooks
        where instr(' ' || events || ' ', ' ' || new.type || ' ') > 0; end`,
];

/** What happens is told to programs of the shop's own: numbered, and queued for whoever registered for it. */
export const m0560DoorEvents = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
