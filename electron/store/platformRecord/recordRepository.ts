import { type Kysely, sql } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { Schema, StoredIncident } from '../schema.ts';

/** What is kept of the platform of each account. */
export function createPlatformRecordRepository(db: Kysely<Schema>) {
  const terms = tableOf(db, 'supportTerms');
  const evidence = tableOf(db, 'recordEvidence');
  const notes = tableOf(db, 'recordNotes');
  const incidents = tableOf(db, 'recordIncidents');
  const ticks = tableOf(db, 'setUpTicks');
  return {
    termsOf: (accountId: string) => terms.row({ accountId }),
    /** `version`: as it was seen; 0: nothing was there. false: somebody else was first. */
    async putTerms(row: Schema['supportTerms']): Promise<boolean> {
      const { accountId, version, ...changes } = row;
      if (version === 0) return terms.insertIfNew({ ...row, version: 1 });
      return (await terms.change({ accountId, version }, changes)) !== undefined;
    },

    /** Without what the files hold. */
    evidenceOf: (accountId: string) =>
      db
        .selectFrom('recordEvidence')
        .select(['id', 'kind', 'name', 'byteCount', 'digest', 'validUntil', 'addedAt', 'addedBy'])
        .where('accountId', '=', accountId)
        .orderBy('id', 'desc')
        .execute(),
    evidenceById: (id: string) => evidence.row({ id }),
    addEvidence: evidence.insert,
    /** Notes that point to it stay. */
    async removeEvidence(id: string): Promise<boolean> {
      await notes.update({ evidenceId: id }, { evidenceId: null });
      return evidence.remove({ id });
    },

    notesOf: (accountId: string) => notes.rows({ accountId }).orderBy('id', 'desc').execute(),
    addNote: notes.insert,

    /** The latest first. */
    incidentsOf: (accountId: string) => incidents.rows({ accountId }).orderBy('startedAt', 'desc').execute(),
    incidentById: (id: string) => incidents.row({ id }),
    addIncident: incidents.insert,
    changeIncident: (
      seen: Pick<StoredIncident, 'id' | 'version'>,
      changes: Partial<Pick<StoredIncident, 'ticketNo' | 'answeredAt' | 'solvedAt' | 'outcome'>>,
    ) => incidents.change(seen, changes),

    /** When this workspace was made, and when its first label is known to have come out. */
    async firstDays(): Promise<{ readonly madeAt: number | null; readonly labelAt: number | null }> {
      const { rows } = await sql<{ made: string | null }>`
        select min(timestamp) as made from kysely_migration`.execute(db);
      const label = await db
        .selectFrom('printJobs')
        .select('sentAt')
        .where('state', 'in', ['accepted', 'confirmed', 'scanned'])
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      const madeAt = Date.parse(rows[0]?.made ?? '');
      return { madeAt: Number.isNaN(madeAt) ? null : madeAt, labelAt: label?.sentAt ?? null };
    },

    /** When the oldest order that is still here came in; null: there is none. */
    async firstOrderAt(): Promise<number | null> {
      const order = db.selectFrom('orders').select('createdAt').orderBy('id').limit(1);
      return (await order.executeTakeFirst())?.createdAt ?? null;
    },

    ticks: () => ticks.rows().execute(),
    putTick: (row: Schema['setUpTicks']) => ticks.put(row, ['item']),
    removeTick: (item: Schema['setUpTicks']['item']) => ticks.remove({ item }),
  };
}
