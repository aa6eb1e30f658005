import { mayDo } from '../../shared/domain/actor.ts';
import type { LabelBitmap, LabelDocument } from '../../shared/domain/labelDocument.ts';
import { failure, type Outcome } from '../../shared/errors/outcome.ts';
import { maskForLabel } from '../labels/maskForLabel.ts';
import { renderLabel } from '../labels/renderLabel.ts';
import { drawableTemplate } from './drawableTemplate.ts';
import { openPrinter } from './openPrinter.ts';
import type { Workspace } from './workspace.ts';

/**
 * The very dots a print job sends (or sent): same document, same size, same painter. A label that hides nothing is shown
 * masked to who may not see persons in full.
 */
export async function previewLabel(workspace: Workspace, jobId: string): Promise<Outcome<LabelBitmap>> {
  const job = await workspace.store.read.printJobs.byId(jobId);
  if (job === undefined) return failure('PRINT_JOB_NOT_FOUND');
  const printer = openPrinter(workspace, job.printer_uri);
  if (!printer.ok) return printer;
  const { size, dpi } = printer.value.target;
  const document = shownTo(workspace, JSON.parse(job.document_json) as LabelDocument);
  const template = await drawableTemplate(workspace, document.template);
  if (!template.ok) return template;
  return renderLabel(document, { size, dpi }, workspace.fonts, template.value);
}

function shownTo({ actor }: Workspace, document: LabelDocument): LabelDocument {
  if (document.privacy?.form !== 'full' || mayDo(actor, 'seePersonalData')) return document;
  return maskForLabel({ ...document, privacy: { form: 'masked' } });
}
