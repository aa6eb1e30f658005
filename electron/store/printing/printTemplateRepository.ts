import type { Kysely } from 'kysely';
import type { GreyArm } from '../../../shared/domain/bookingRule.ts';
import type { PrintTemplate, Schema } from '../schema.ts';

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
