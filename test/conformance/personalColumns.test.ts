import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../electron/store/database/columnNames.ts';
import { databaseFileName, openDatabase } from '../../electron/store/database/openDatabase.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { kindOf, personalTables } from '../../electron/store/server/personalColumns.ts';
import { describeSchema, type TableDescription } from '../doubles/workspace/describeSchema.ts';
import { folderDesk, storeKey } from '../doubles/workspace/storeDesk.ts';

/** Why a column stands in plain where personal data is sealed. A name that says the same in every table stands here once. */
const plainNames: Readonly<Record<string, string>> = {
  'drawn by the program, says nothing':
    'id account_id backup_account_id diverted_to alarm_id channel_id parcel_id order_id workstation_id bill_id shipment_id job_id ' +
    'case_id webhook_id token_id handover_id step_id import_id template_id old_template_id new_template_id trial_id batch_id ' +
    'learned_id operator_id owner_id origin_id experiment_id evidence_id incident_id subject_id rule_id handed_to from_account_id ' +
    'to_account_id claimed_by order_code',
  'numbers of orders and parcels: kept after erasure too, and looked for by their beginnings':
    'order_key order_no original_no origin_no waybill_no outward_no parcel_no',
  'a word of a list that the program has':
    'state kind code error_code halt_code fallback event severity ending scope_kind says stop claim_state class fee_kind certainty act ' +
    'role arm step shipment_state print_state alarm hold_reason media_size drawn_by own_layout_reason weight_source slip_state slip_error ' +
    'promise_from ask_group stop_reason origin_state channel desk pin_form waiting_on path status verdict field',
  'which carrier, platform, interface or shop':
    'carrier booked_carrier platform interface_name shop source profile platform_ref',
  'a place no nearer than a district': 'province city district',
  'goods, which are no persons': 'goods_key items_json goods_text goods_set',
  'where a printer stands': 'printer_uri moved_from lane uri',
  'sealed otherwise, or a keyed digest':
    'sealed_secret sealed_fields sealed_content sealed_token wrapped_key wrapped_keys proof key_tag public_key pin_salt pin_hash ' +
    'badge_digest person_mark proofs_json chain shut_out_proof',
};

const plainColumns: Readonly<Record<string, string>> = {
  'names that the shop gives its own things':
    'accounts.name removed_accounts.name lane_events.from_name lane_events.to_name door_tokens.name door_webhooks.name label_logos.name ' +
    'label_templates.name printers.name workstations.name alarms.scope_id',
  'of an account or a program at its platform, without what is secret':
    'accounts.merchant_id accounts.endpoint removed_accounts.merchant_id removed_accounts.endpoint go_live_steps.endpoint ' +
    'account_lanes.balance_unit door_tokens.scopes door_webhooks.target door_webhooks.events notice_hooks.url push_relays.url ' +
    'push_relays.callback_url push_relays.place tracking_budgets.meter',
  'digest of a whole file or of a drawn secret':
    'bills.content_hash bills.lines_hash watched_files.content_hash door_tokens.digest invitations.digest record_evidence.digest',
  'headers and words of files and platforms':
    'bill_layouts.header_key bill_layouts.headers_json bill_layouts.columns_json bills.layout_json bills.tolerance_json ' +
    'column_memories.header_key column_memories.headers_json column_memories.columns_json own_spellings.spelling_key ' +
    'own_spellings.spelling repeat_answers.layout repeat_answers.answer status_answers.word imports.format imports.encoding ' +
    'number_shapes.shape orders.stop_code pickups.raw_state tracking.raw_state tracking.exception tracking.oddities ' +
    'tracking_events.raw_status calls.platform_code write_backs.template',
  'money, weights, days and counts':
    'bill_lines.day bill_lines.fees_json bill_lines.reason bill_items.reason bills.from_day bills.to_day call_buckets.codes_json ' +
    'hour_counts.measure shipments.freight_json price_tables.table_json packed_weights.grams_json record_evidence.valid_until ' +
    'packed_parcels.counts_json',
  'numbers of lists, calls and devices':
    'bill_items.item_key bill_lines.item_key handovers.no pick_lists.code pick_lists.orders_json packed_parcels.slip_code ' +
    'packed_parcels.pending_key packed_units.code bench_list_acts.waybills_json goods_codes.code calls.request_id door_answers.call_key record_incidents.ticket_no ' +
    'print_jobs.device_job outside_references.copies_json outside_references.goods_of outside_references.other_than_json',
  'goods and the labels of the shop':
    'goods_pictures.link goods_pictures.type label_logos.bits_base64 label_templates.size label_trials.size label_trials.kept ' +
    'print_routes.size printers.profile_json',
  'places the shop sends nothing to': 'no_ship.town no_ship.word reach_answers.answer',
  'by what a row is found': 'drafts.name settings.key duties.name set_up_ticks.item',
  'how benches work together':
    'change_notices.topics workstations.program workstations.newest_step tracking_cases.outcome door_events.type',
};

const named = (groups: Readonly<Record<string, string>>): Set<string> =>
  new Set(Object.values(groups).flatMap((names) => names.split(' ')));

describe('columns of a book that may hold personal data', () => {
  const desk = folderDesk();

  async function tables(): Promise<Record<string, TableDescription>> {
    const made = await openStore(desk.folder, storeKey, 'may-create');
    if (!made.ok) throw new Error(made.code);
    await made.value.close();
    const database = openDatabase(`${desk.folder}/${databaseFileName}`, storeKey, 'reader');
    if (!database.ok) throw new Error(database.code);
    const {
      kysely_migration: _,
      kysely_migration_lock: _lock,
      ...described
    } = describeSchema(database.value);
    database.value.close();
    return described;
  }

  async function textColumns(): Promise<readonly (readonly [table: string, column: string])[]> {
    return Object.entries(await tables()).flatMap(([table, { columns }]) =>
      columns.flatMap((column) => {
        const [name = '', type] = column.split(' ');
        return type === 'text' ? [[table, name] as const] : [];
      }),
    );
  }

  it('are sealed, or somebody has said why not', async () => {
    const [names, columns] = [named(plainNames), named(plainColumns)];
    const undecided: string[] = [];
    const twice: string[] = [];
    for (const [table, column] of await textColumns()) {
      const isSealed = kindOf(table, column) !== undefined;
      const isPlain = names.has(column) || columns.has(`${table}.${column}`);
      if (!isSealed && !isPlain) undecided.push(`${table}.${column}`);
      if (isSealed && columns.has(`${table}.${column}`)) twice.push(`${table}.${column}`);
    }
    expect({ undecided, twice }).toEqual({ undecided: [], twice: [] });
  });

  it('are all there: no list names one that is not', async () => {
    const there = new Set(
      (await textColumns()).map(([table, column]) => `${fieldOf(table)}.${fieldOf(column)}`),
    );
    const missing = Object.entries(personalTables).flatMap(([table, { renewed, lasting }]) =>
      [...renewed, ...lasting].filter((column) => !there.has(`${table}.${column}`)),
    );
    const columns = [...named(plainColumns)].filter((name) => {
      const [table = '', column = ''] = name.split('.');
      return !there.has(`${fieldOf(table)}.${fieldOf(column)}`);
    });
    expect([...missing, ...columns]).toEqual([]);
  });

  it('are found again by the key of their table', async () => {
    const keyOf = ({ columns }: TableDescription): string[] => {
      const parts = columns.flatMap((column) => {
        const [, name = '', no] = /^(\w+) .* key (\d+)$/.exec(column) ?? [];
        return no === undefined ? [] : [{ name: fieldOf(name), no: Number(no) }];
      });
      return parts.sort((one, other) => one.no - other.no).map(({ name }) => name);
    };
    const keys = Object.entries(await tables()).map(([table, described]) => [
      fieldOf(table),
      keyOf(described),
    ]);
    const wanted = Object.entries(personalTables).map(([table, { key }]) => [table, [...key]]);
    expect(keys).toEqual(expect.arrayContaining(wanted));
  });
});
