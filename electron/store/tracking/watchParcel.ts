import type { Kysely } from 'kysely';
import { keptSql } from '../database/keptStatement.ts';
import type { PrintJob, Schema, TrackedParcel } from '../schema.ts';

/** Due before everything that has a time. */
const atOnce = 0;

/** The columns that the exception rules depend on. */
const judged: readonly (keyof TrackedParcel)[] = [
  'state',
  'exception',
  'rawState',
  'lastAt',
  'checkedAt',
  'promisedAt',
];

/** A parcel has news: the exception rules check it in their next round. */
export async function watchParcel(db: Kysely<Schema>, waybillNo: string): Promise<void> {
  await keptSql(db)`insert into case_watches (waybill_no, due_at)
    select waybill_no, cast(${atOnce} as bigint) from tracking where waybill_no = ${waybillNo}
    on conflict (waybill_no) do update set due_at = excluded.due_at`;
}

export async function watchChange(
  db: Kysely<Schema>,
  waybillNo: string,
  patch: Partial<TrackedParcel>,
): Promise<void> {
  if (judged.some((column) => column in patch)) await watchParcel(db, waybillNo);
}

/** Its label is out. A box whose number is made of the booking's goes by that one. */
export async function watchPrinted(
  db: Kysely<Schema>,
  { waybillNo, shipmentId }: Pick<PrintJob, 'waybillNo' | 'shipmentId'>,
): Promise<void> {
  await keptSql(db)`insert into case_watches (waybill_no, due_at)
    select waybill_no, cast(${atOnce} as bigint) from tracking
      where waybill_no in (${waybillNo}, (select waybill_no from shipments where id = ${shipmentId}))
    on conflict (waybill_no) do update set due_at = excluded.due_at`;
}
