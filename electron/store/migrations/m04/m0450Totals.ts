import { type Kysely, sql } from 'kysely';

interface Totals {
  readonly of: string;
  /** Name of each key column, and what it says of a row. */
  readonly keys: Readonly<Record<string, (row: string) => string>>;
  readonly watched: string;
}

const totals: Readonly<Record<string, Totals>> = {
  order_totals: {
    of: 'orders',
    keys: {
      state: (row) => `${row}state`,
      shipment_state: (row) => `coalesce(${row}shipment_state, '')`,
      print_state: (row) => `coalesce(${row}print_state, '')`,
    },
    watched: 'state, shipment_state, print_state',
  },
  print_totals: {
    of: 'print_jobs',
    keys: {
      printer_uri: (row) => `${row}printer_uri`,
      state: (row) => `${row}state`,
      is_cancelled: (row) => `${row}error_code = 'PRINT_CANCELLED'`,
    },
    watched: 'printer_uri, state, error_code',
  },
};

/** Totals of a table by some columns, kept with each change: counting anew what is ready or on its way reads a row for each. */
function statementsOf(name: string, { of, keys, watched }: Totals): string[] {
  const columns = Object.keys(keys);
  const values = (row: string) => Object.values(keys).map((value) => value(row));
  const change = (row: string, by: 1 | -1) =>
    `insert into ${name} (${columns.join(', ')}, total) values (${values(row).join(', ')}, ${by})
      on conflict (${columns.join(', ')}) do update set total = total + ${by};`;
  const isMoved = `(${values('old.').join(', ')}) <> (${values('new.').join(', ')})`;
  return [
    `create table ${name} (
      ${columns.map((column) => `${column} ${column.startsWith('is_') ? 'integer' : 'text'} not null`).join(', ')},
      total integer not null, primary key (${columns.join(', ')})) without rowid`,
    `insert into ${name} (${columns.join(', ')}, total)
      select ${values('').join(', ')}, count(*) from ${of} group by ${columns.map((_, no) => no + 1).join(', ')}`,
    `create trigger ${name}_insert after insert on ${of} begin ${change('new.', 1)} end`,
    `create trigger ${name}_delete after delete on ${of} begin ${change('old.', -1)} end`,
    `create trigger ${name}_update after update of ${watched} on ${of} when ${isMoved}
      begin ${change('old.', -1)} ${change('new.', 1)} end`,
  ];
}

const statements = [
  ...Object.entries(totals).flatMap(([name, table]) => statementsOf(name, table)),
  // Of each parcel of a month: does any bill name it? Answered without the bill's rows.
  'drop index bill_items_shipment',
  `create index bill_items_shipment on bill_items(shipment_id, class) where shipment_id <> ''`,
];

export const m0450Totals = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
