import { type Kysely, sql } from 'kysely';
import { createTable, type TableSpec } from './createTable.ts';

const accountLanes: TableSpec = {
  name: 'account_lanes',
  columns: {
    account_id: 'text',
    fallback: 'text',
    backup_account_id: 'text?',
    raised_per_second: 'integer?',
    raised_until: 'integer?',
    halt_code: 'text',
    halt_params_json: 'text',
    halted_at: 'integer?',
    balance_total: 'integer?',
    balance_unit: 'text',
    balance_at: 'integer?',
  },
  primaryKey: ['account_id'],
};

const goLiveSteps: TableSpec = {
  name: 'go_live_steps',
  columns: {
    account_id: 'text',
    step: 'text',
    state: 'text',
    endpoint: 'text',
    error_code: 'text',
    error_params_json: 'text',
    note: 'text',
    duration_ms: 'integer',
    at: 'integer',
  },
  primaryKey: ['account_id', 'step'],
};

const columns = [
  // Which rule chose account and carrier, and which way the order went.
  "alter table shipments add column chosen_by_json text not null default ''",
  "alter table shipments add column path text not null default 'first'",
  'alter table calls add column attempt integer not null default 0',
  "alter table calls add column error_params_json text not null default '{}'",
  // What support asks by; partial, so that the calls that went well cost nothing.
  "create index calls_error on calls(error_code, id) where error_code <> ''",
  "create index calls_platform on calls(platform_code, id) where platform_code <> ''",
  "create index calls_request on calls(request_id) where request_id <> ''",
  'create index calls_account_at on calls(account_id, at)',
];

/** Lanes, go-live tests, the reason of a choice, and a call log that can be searched. */
export const m0070Dispatch = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, accountLanes);
    await createTable(db, goLiveSteps);
    for (const statement of columns) await sql.raw(statement).execute(db);
  },
};
