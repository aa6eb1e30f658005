import type { Kysely } from 'kysely';
import type { GreyArm } from '../../../shared/domain/bookingRule.ts';
import type { PrintTemplatesTable, Schema } from '../schema.ts';

/** With which template, in which version and for which trial each label was printed. */
export function createPrintTemplateRepository(db: Kysely<Schema>) {
  return {
    async insert(row: PrintTemplatesTable): Promise<void> {
      await db.insertInto('print_templates').values(row).execute();
    },
    /** With the template's name, empty for the standard layout. */
    ofJobs: (jobIds: readonly string[]) =>
      db
        .selectFrom('print_templates')
        .leftJoin('label_templates', 'label_templates.id', 'print_templates.template_id')
        .selectAll('print_templates')
        .select('label_templates.name')
        .where('print_templates.job_id', 'in', jobIds)
        .execute(),
    ofJob: (jobId: string) =>
      db.selectFrom('print_templates').selectAll().where('job_id', '=', jobId).executeTakeFirst(),
    /** Sheets of an arm of a trial. */
    sheetsOf: (trialId: string, arm: GreyArm) =>
      db
        .selectFrom('print_templates')
        .innerJoin('print_jobs', 'print_jobs.id', 'print_templates.job_id')
        .select([
          'print_jobs.shipment_id',
          'print_jobs.state',
          'print_jobs.reason',
          'print_jobs.sent_at',
          'print_jobs.settled_at',
          'print_jobs.scanned_at',
        ])
        .where('print_templates.trial_id', '=', trialId)
        .where('print_templates.arm', '=', arm)
        .where('print_templates.trial_id', '<>', '')
        .execute(),
  };
}
