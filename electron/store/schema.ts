import type { LearnedKind, ReachAnswer } from '../../shared/domain/addressKnowledge.ts';
import type { BookingPath } from '../../shared/domain/lane.ts';
import type { HoldReason, OrderAlarm, OrderState } from '../../shared/domain/order.ts';
import type { PrintJobState } from '../../shared/domain/printJob.ts';
import type { ShipmentState } from '../../shared/domain/shipment.ts';
import type { StatusVerdict } from '../../shared/domain/statusVerdict.ts';
import type { TrackingState } from '../../shared/domain/tracking.ts';
import type { Certainty } from '../../shared/errors/outcome.ts';
import type { ChoosingTables } from './choosingTables.ts';
import type { AccountLanesTable, GoLiveStepsTable } from './dispatchTables.ts';
import type { OutsideReferencesTable } from './journalTables.ts';
import type {
  LabelLogosTable,
  LabelTemplatesTable,
  LabelTemplateVersionsTable,
  LabelTrialsTable,
  PrintTemplatesTable,
} from './labelTables.ts';
import type { OperatorActsTable, OperatorsTable } from './operatorTables.ts';
import type { PickupsTable } from './pickupTables.ts';
import type { PaperRollsTable, PrintersTable, PrintJobsTable, PrintRoutesTable } from './printTables.ts';
import type {
  OrderChangesTable,
  OrderPartsTable,
  WatchedFilesTable,
  WriteBacksTable,
} from './repeatTables.ts';

export type {
  AccountLanesTable,
  GoLiveStepsTable,
  LabelLogosTable,
  LabelTemplatesTable,
  LabelTemplateVersionsTable,
  LabelTrialsTable,
  OrderChangesTable,
  OrderPartsTable,
  PrintTemplatesTable,
  WatchedFilesTable,
  WriteBacksTable,
};

/** Rows as they lie in the database. Times are UTC ms, amounts fen, weights grams, `_json` columns JSON text. */
export interface OrdersTable {
  id: string;
  /** Identity of the order: unique, so the same file twice adds nothing. */
  order_key: string;
  order_no: string;
  source: string;
  shop: string;
  state: OrderState;
  version: number;
  receiver_name: string;
  receiver_phone: string;
  receiver_phone_tail: string;
  receiver_extension: string;
  province: string;
  city: string;
  district: string;
  town: string;
  detail: string;
  receiver_text: string;
  receiver_columns_json: string;
  items_json: string;
  goods_text: string;
  quantity: number;
  weight_grams: number | null;
  parcel_count: number;
  cod_fen: number;
  insured_fen: number;
  buyer_remark: string;
  seller_remark: string;
  carrier: string;
  confidence: number;
  /** Orders understood alike share it and wait as one entry; an order alone has its own id. */
  address_key: string;
  /** How often it was sent to the end of the review queue. */
  review_round: number;
  complaints_json: string;
  content_hash: string;
  import_id: string;
  /** What the order table shows of the current shipment and print job; written in the same transaction as they. */
  shipment_id: string | null;
  shipment_state: ShipmentState | null;
  platform: string;
  booked_carrier: string;
  waybill_no: string;
  print_state: PrintJobState | null;
  error_code: string;
  /** Estimated when the shipment was booked; null: not booked, or not known. */
  freight_fen: number | null;
  created_at: number;
  updated_at: number;
  /** Of a held order: why, what the person wrote, since when. */
  hold_reason: HoldReason | '';
  hold_note: string;
  held_at: number | null;
  /** Refunded or changed after it had a number. */
  alarm: OrderAlarm | '';
  /** Code of the refund or hold that the last file named, so that only a new one stops the order. */
  stop_code: string;
}

export interface ShipmentsTable {
  id: string;
  order_id: string;
  account_id: string;
  platform: string;
  carrier: string;
  order_code: string;
  state: ShipmentState;
  version: number;
  /** The frozen request: every repeat sends exactly this. */
  request_json: string;
  booking_json: string | null;
  waybill_no: string;
  attempts: number;
  find_count: number;
  error_code: string;
  error_params_json: string;
  /** Printer that gets the label as soon as there is a number; empty: none. */
  printer_uri: string;
  serial_no: number;
  serial_total: number;
  created_at: number;
  sent_at: number | null;
  booked_at: number | null;
  /** Why this account and carrier: a `ChosenBy`; empty: not recorded. */
  chosen_by_json: string;
  path: BookingPath;
  /** Why its number is given back for another one; empty: for good. */
  replace_reason: string;
  /** A `Freight`, estimated when it was planned, for all its parcels together; empty: planned before this was kept. */
  freight_json: string;
  /** The sum of it; null: not known. */
  freight_fen: number | null;
  /** The operator's name; empty: the owner, or nobody. */
  asked_by: string;
}

export type JobKind = 'book' | 'find' | 'pickup' | 'print';

/** Durable work. A settled job is deleted in the transaction that settles its subject; a parked one waits for a person. */
export interface JobsTable {
  id: string;
  kind: JobKind;
  subject_id: string;
  /** What the job competes for: account id or printer URI. */
  lane: string;
  state: 'waiting' | 'claimed' | 'parked';
  run_at: number;
  attempts: number;
  lease_until: number | null;
  created_at: number;
}

export interface CallsTable {
  id: string;
  at: number;
  account_id: string;
  platform: string;
  interface_name: string;
  order_id: string;
  order_code: string;
  platform_code: string;
  request_id: string;
  error_code: string;
  certainty: Certainty;
  duration_ms: number;
  /** 1: the first call of its kind for the booking; 0: not counted. */
  attempt: number;
  /** Params of the error's text: the platform's reason with persons and secrets taken out. */
  error_params_json: string;
}

export interface TrackingTable {
  waybill_no: string;
  carrier: string;
  order_id: string;
  order_no: string;
  account_id: string;
  phone_tail: string;
  state: TrackingState;
  exception: string;
  last_text: string;
  last_at: number | null;
  checked_at: number | null;
  next_due_at: number;
  booked_at: number | null;
}

export interface TrackingEventsTable {
  waybill_no: string;
  at: number;
  text: string;
  location: string;
  status: TrackingState;
  raw_status: string;
}

export interface ImportsTable {
  id: string;
  file_name: string;
  format: string;
  encoding: string;
  profile: string;
  rows: number;
  imported: number;
  duplicates: number;
  changed: number;
  needs_review: number;
  rejected: number;
  skipped: number;
  duration_ms: number;
  at: number;
  undone_at: number | null;
}

export interface AccountsTable {
  id: string;
  name: string;
  platform: string;
  merchant_id: string;
  endpoint: string | null;
  sealed_secret: string;
  sealed_fields: string;
  created_at: number;
}

export interface SettingsTable {
  key: string;
  value_json: string;
}

export interface HistoryTable {
  id: string;
  order_id: string;
  at: number;
  kind: string;
  code: string;
  note: string;
  /** What undo needs; never shown. */
  data_json: string;
  /** Rows written by one action share it, so that they are taken back together; empty: cannot be taken back. */
  step_id: string;
}

/** What somebody typed and has not saved yet, by the name of its place. */
export interface DraftsTable {
  name: string;
  value_json: string;
  at: number;
}

/** One thing a person's acceptance taught. Texts are kept as digests only; what they were taken for is kept whole. */
export interface LearnedTable {
  id: string;
  kind: LearnedKind;
  /** Of a spelling: where it holds. Empty for an address. */
  source: string;
  shop: string;
  /** Digest of the whole receiver text, or of source, shop and word. */
  text_key: string;
  /** Digest of the address part alone; empty for a spelling. */
  address_key: string;
  /** Digest of phone and extension of the accepted receiver; empty for a spelling. */
  contact_key: string;
  /** Digest of what was accepted: the same text may have been taken for two receivers. */
  value_key: string;
  /** 1: the text itself holds the accepted phone, so that the same text is the same person. */
  may_lift: number;
  written: string;
  name: string;
  phone: string;
  extension: string;
  province: string;
  city: string;
  district: string;
  town: string;
  detail: string;
  learned_at: number;
  /** null: in use. */
  forgotten_at: number | null;
}

/** Orders behind a learned thing: those that taught it, and those it sent on by itself at an import. */
export interface LearnedLinksTable {
  learned_id: string;
  order_id: string;
  role: 'taught' | 'lifted';
  at: number;
}

export interface NoShipTable {
  id: string;
  carrier: string;
  province: string;
  city: string;
  district: string;
  town: string;
  word: string;
  reason: string;
  created_at: number;
}

/** Former answers of platforms about one address; a newer answer replaces the older. */
export interface ReachAnswersTable {
  account_id: string;
  carrier: string;
  /** Digest of province to detail. */
  place_key: string;
  answer: ReachAnswer;
  checked_at: number;
}

/** A header spelling this workspace added to the dictionary. */
export interface OwnSpellingsTable {
  /** The header as it is looked up. */
  spelling_key: string;
  /** The header as the person wrote it. */
  spelling: string;
  field: string;
  created_at: number;
}

/** A status word of one platform that a person answered once. */
export interface StatusAnswersTable {
  profile: string;
  /** As it is compared: half-width, lower case, without blanks and commas. */
  word: string;
  verdict: StatusVerdict;
  created_at: number;
}

/** What a person said of the columns of one set of headers. */
export interface ColumnMemoriesTable {
  header_key: string;
  profile: string;
  headers_json: string;
  columns_json: string;
  uses: number;
  used_at: number;
}

export type {
  OperatorActsTable,
  OperatorsTable,
  OutsideReferencesTable,
  PaperRollsTable,
  PrintersTable,
  PrintJobsTable,
  PrintRoutesTable,
};

export interface Schema extends ChoosingTables {
  learned: LearnedTable;
  learned_links: LearnedLinksTable;
  no_ship: NoShipTable;
  reach_answers: ReachAnswersTable;
  orders: OrdersTable;
  order_changes: OrderChangesTable;
  order_parts: OrderPartsTable;
  write_backs: WriteBacksTable;
  watched_files: WatchedFilesTable;
  shipments: ShipmentsTable;
  pickups: PickupsTable;
  print_jobs: PrintJobsTable;
  jobs: JobsTable;
  calls: CallsTable;
  tracking: TrackingTable;
  tracking_events: TrackingEventsTable;
  imports: ImportsTable;
  accounts: AccountsTable;
  account_lanes: AccountLanesTable;
  go_live_steps: GoLiveStepsTable;
  settings: SettingsTable;
  printers: PrintersTable;
  paper_rolls: PaperRollsTable;
  print_routes: PrintRoutesTable;
  history: HistoryTable;
  outside_references: OutsideReferencesTable;
  own_spellings: OwnSpellingsTable;
  status_answers: StatusAnswersTable;
  column_memories: ColumnMemoriesTable;
  drafts: DraftsTable;
  operators: OperatorsTable;
  operator_acts: OperatorActsTable;
  label_templates: LabelTemplatesTable;
  label_template_versions: LabelTemplateVersionsTable;
  label_logos: LabelLogosTable;
  label_trials: LabelTrialsTable;
  print_templates: PrintTemplatesTable;
}
