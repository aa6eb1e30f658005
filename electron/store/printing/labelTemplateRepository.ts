import type { Kysely } from 'kysely';
import type { GreyArm } from '../../../shared/domain/bookingRule.ts';
import type { TemplateSize } from '../../../shared/domain/printing/labelTemplate.ts';
import { tableOf } from '../database/table.ts';
import type { LabelTemplate, Schema, StoredLabelTrial } from '../schema.ts';

/** Merchant areas by name and state. Small tables; nothing is ever deleted. */
export function createLabelTemplateRepository(db: Kysely<Schema>) {
  const templates = tableOf(db, 'labelTemplates');
  return {
    all: () => templates.rows({ removedAt: null }).orderBy('createdAt').orderBy('id').execute(),
    byId: (id: string) => templates.row({ id }),
    defaultOf: (size: TemplateSize) => templates.row({ size, isDefault: 1, removedAt: null }),
    insert: templates.insert,
    /** undefined: somebody saved another version meanwhile, or it was removed. */
    advance: (
      { id, version }: Pick<LabelTemplate, 'id' | 'version'>,
      change: Pick<LabelTemplate, 'name' | 'size' | 'isDefault' | 'updatedAt'>,
    ) => templates.change({ id, version, removedAt: null }, change),
    remove: (id: string, at: number) =>
      templates.update({ id, removedAt: null }, { removedAt: at, isDefault: 0 }),
    /** null: no template of this size is the default any more. */
    async setDefault(size: TemplateSize, id: string | null): Promise<void> {
      await templates.update({ size, isDefault: 1 }, { isDefault: 0 });
      if (id !== null) await templates.update({ id }, { isDefault: 1 });
    },
  };
}

/** What templates say, version by version; a version is never changed. */
export function createTemplateVersionRepository(db: Kysely<Schema>) {
  const versions = tableOf(db, 'labelTemplateVersions');
  return {
    insert: versions.insert,
    ofTemplate: (templateId: string) => versions.rows({ templateId }).orderBy('version', 'desc').execute(),
    one: (templateId: string, version: number) => versions.row({ templateId, version }),
  };
}

/** The pictures templates show. */
export function createLabelLogoRepository(db: Kysely<Schema>) {
  const logos = tableOf(db, 'labelLogos');
  return {
    all: () => logos.rows({ removedAt: null }).orderBy('createdAt').orderBy('id').execute(),
    /** Removed ones too: older versions show them. */
    byIds: (ids: readonly string[]) => logos.rows().where('id', 'in', ids).execute(),
    insert: logos.insert,
    remove: (id: string, at: number) => logos.update({ id, removedAt: null }, { removedAt: at }),
  };
}

/** With which template, in which version and for which trial each label was printed. */
export function createPrintTemplateRepository(db: Kysely<Schema>) {
  const prints = tableOf(db, 'printTemplates');
  return {
    insert: prints.insert,
    ofJob: (jobId: string) => prints.row({ jobId }),
    /** Sheets of an arm of a trial. */
    sheetsOf: (trialId: string, arm: GreyArm) =>
      db
        .selectFrom('printTemplates')
        .innerJoin('printJobs', 'printJobs.id', 'printTemplates.jobId')
        .select(['printJobs.shipmentId', 'printJobs.state', 'printJobs.reason'])
        .select(['printJobs.sentAt', 'printJobs.settledAt', 'printJobs.scannedAt'])
        .where('printTemplates.trialId', '=', trialId)
        .where('printTemplates.arm', '=', arm)
        .where('printTemplates.trialId', '<>', '')
        .execute(),
  };
}

/** Templates on trial; an ended one is kept with what was decided. */
export function createLabelTrialRepository(db: Kysely<Schema>) {
  const trials = tableOf(db, 'labelTrials');
  return {
    byId: (id: string) => trials.row({ id }),
    openOf: (size: TemplateSize) => trials.row({ size, endedAt: null }),
    open: () => trials.rows({ endedAt: null }).orderBy('createdAt').orderBy('id').execute(),
    /** The last that ended first. */
    ended: (limit: number) =>
      trials
        .rows()
        .where('endedAt', 'is not', null)
        .orderBy('endedAt', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute(),
    insert: trials.insert,
    /** undefined: somebody changed it meanwhile, or it has ended. */
    change: (
      { id, version }: Pick<StoredLabelTrial, 'id' | 'version'>,
      patch: Partial<Pick<StoredLabelTrial, 'percent' | 'endedAt' | 'kept'>>,
    ) => trials.change({ id, version, endedAt: null }, patch),
  };
}
