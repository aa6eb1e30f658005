import type { Kysely } from 'kysely';
import type { GreyArm } from '../../../shared/domain/bookingRule.ts';
import type { TemplateSize } from '../../../shared/domain/labelTemplate.ts';
import type {
  LabelLogo,
  LabelTemplate,
  LabelTemplateVersion,
  PrintTemplate,
  Schema,
  StoredLabelTrial,
} from '../schema.ts';

/** Merchant areas by name and state. Small tables; nothing is ever deleted. */
export function createLabelTemplateRepository(db: Kysely<Schema>) {
  return {
    all: () =>
      db
        .selectFrom('labelTemplates')
        .selectAll()
        .where('removedAt', 'is', null)
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    byId: (id: string) => db.selectFrom('labelTemplates').selectAll().where('id', '=', id).executeTakeFirst(),
    defaultOf: (size: TemplateSize) =>
      db
        .selectFrom('labelTemplates')
        .selectAll()
        .where('size', '=', size)
        .where('isDefault', '=', 1)
        .where('removedAt', 'is', null)
        .executeTakeFirst(),
    async insert(row: LabelTemplate): Promise<void> {
      await db.insertInto('labelTemplates').values(row).execute();
    },
    /** false: somebody saved another version meanwhile, or it was removed. */
    async advance(
      seen: { readonly id: string; readonly version: number },
      change: Pick<LabelTemplate, 'name' | 'size' | 'isDefault' | 'updatedAt'>,
    ): Promise<boolean> {
      const result = await db
        .updateTable('labelTemplates')
        .set({ ...change, version: seen.version + 1 })
        .where('id', '=', seen.id)
        .where('version', '=', seen.version)
        .where('removedAt', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async remove(id: string, at: number): Promise<boolean> {
      const result = await db
        .updateTable('labelTemplates')
        .set({ removedAt: at, isDefault: 0 })
        .where('id', '=', id)
        .where('removedAt', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    /** null: no template of this size is the default any more. */
    async setDefault(size: TemplateSize, id: string | null): Promise<void> {
      await db
        .updateTable('labelTemplates')
        .set({ isDefault: 0 })
        .where('size', '=', size)
        .where('isDefault', '=', 1)
        .execute();
      if (id === null) return;
      await db.updateTable('labelTemplates').set({ isDefault: 1 }).where('id', '=', id).execute();
    },
  };
}

/** What templates say, version by version; a version is never changed. */
export function createTemplateVersionRepository(db: Kysely<Schema>) {
  return {
    async insert(row: LabelTemplateVersion): Promise<void> {
      await db.insertInto('labelTemplateVersions').values(row).execute();
    },
    ofTemplate: (templateId: string) =>
      db
        .selectFrom('labelTemplateVersions')
        .selectAll()
        .where('templateId', '=', templateId)
        .orderBy('version', 'desc')
        .execute(),
    one: (templateId: string, version: number) =>
      db
        .selectFrom('labelTemplateVersions')
        .selectAll()
        .where('templateId', '=', templateId)
        .where('version', '=', version)
        .executeTakeFirst(),
  };
}

/** The pictures templates show. */
export function createLabelLogoRepository(db: Kysely<Schema>) {
  return {
    all: () =>
      db
        .selectFrom('labelLogos')
        .selectAll()
        .where('removedAt', 'is', null)
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    /** Removed ones too: older versions show them. */
    byIds: (ids: readonly string[]) =>
      db
        .selectFrom('labelLogos')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute(),
    async insert(row: LabelLogo): Promise<void> {
      await db.insertInto('labelLogos').values(row).execute();
    },
    async remove(id: string, at: number): Promise<boolean> {
      const result = await db
        .updateTable('labelLogos')
        .set({ removedAt: at })
        .where('id', '=', id)
        .where('removedAt', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}

/** With which template, in which version and for which trial each label was printed. */
export function createPrintTemplateRepository(db: Kysely<Schema>) {
  return {
    async insert(row: PrintTemplate): Promise<void> {
      await db.insertInto('printTemplates').values(row).execute();
    },
    /** With the template's name, empty for the standard layout. */
    ofJobs: (jobIds: readonly string[]) =>
      db
        .selectFrom('printTemplates')
        .leftJoin('labelTemplates', 'labelTemplates.id', 'printTemplates.templateId')
        .selectAll('printTemplates')
        .select('labelTemplates.name')
        .where('printTemplates.jobId', 'in', jobIds)
        .execute(),
    ofJob: (jobId: string) =>
      db.selectFrom('printTemplates').selectAll().where('jobId', '=', jobId).executeTakeFirst(),
    /** Sheets of an arm of a trial. */
    sheetsOf: (trialId: string, arm: GreyArm) =>
      db
        .selectFrom('printTemplates')
        .innerJoin('printJobs', 'printJobs.id', 'printTemplates.jobId')
        .select([
          'printJobs.shipmentId',
          'printJobs.state',
          'printJobs.reason',
          'printJobs.sentAt',
          'printJobs.settledAt',
          'printJobs.scannedAt',
        ])
        .where('printTemplates.trialId', '=', trialId)
        .where('printTemplates.arm', '=', arm)
        .where('printTemplates.trialId', '<>', '')
        .execute(),
  };
}

/** Templates on trial; an ended one is kept with what was decided. */
export function createLabelTrialRepository(db: Kysely<Schema>) {
  return {
    byId: (id: string) => db.selectFrom('labelTrials').selectAll().where('id', '=', id).executeTakeFirst(),
    openOf: (size: TemplateSize) =>
      db
        .selectFrom('labelTrials')
        .selectAll()
        .where('size', '=', size)
        .where('endedAt', 'is', null)
        .executeTakeFirst(),
    open: () =>
      db
        .selectFrom('labelTrials')
        .selectAll()
        .where('endedAt', 'is', null)
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    /** The last that ended first. */
    ended: (limit: number) =>
      db
        .selectFrom('labelTrials')
        .selectAll()
        .where('endedAt', 'is not', null)
        .orderBy('endedAt', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute(),
    async insert(row: StoredLabelTrial): Promise<void> {
      await db.insertInto('labelTrials').values(row).execute();
    },
    /** false: somebody changed it meanwhile, or it has ended. */
    async change(
      seen: { readonly id: string; readonly version: number },
      patch: Partial<Pick<StoredLabelTrial, 'percent' | 'endedAt' | 'kept'>>,
    ): Promise<boolean> {
      const result = await db
        .updateTable('labelTrials')
        .set({ ...patch, version: seen.version + 1 })
        .where('id', '=', seen.id)
        .where('version', '=', seen.version)
        .where('endedAt', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}
