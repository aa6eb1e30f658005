import { mayDo } from '../../../shared/domain/operator.ts';
import type {
  LabelBitmap,
  LabelDocument,
  OwnLayoutReason,
} from '../../../shared/domain/printing/labelDocument.ts';
import { paperStates } from '../../../shared/domain/printing/printJob.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { cleanDocument, type LabelGap } from '../../labels/layout/cleanDocument.ts';
import { maskForLabel } from '../../labels/maskForLabel.ts';
import { renderLabel } from '../../labels/renderLabel.ts';
import type { PrintJob } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { carrierLabel, drawCarrierLabel, type LabelSource, templateOf } from './carrierLabel.ts';
import { readDocument } from './document.ts';
import { openPrinter } from './printers/openPrinter.ts';
import { drawableTemplate } from './templates/drawableTemplate.ts';

interface PrintPreview {
  readonly bitmap: LabelBitmap;
  readonly drawnBy: LabelSource['drawnBy'];
  /** Why ours although the account asks for the carrier's. */
  readonly ownLayoutReason: OwnLayoutReason | '';
  /** Unknown for a carrier's own label. */
  readonly gaps: readonly LabelGap[];
}

/**
 * The exact dots a print job sends (or sent): same document, same size, same painter. An unmasked label is shown masked to persons without
 * that right; a carrier's own, which cannot be masked, is not shown to them.
 */
export async function previewLabel(workspace: Workspace, jobId: string): Promise<Outcome<PrintPreview>> {
  const job = await workspace.store.read.printJobs.byId(jobId);
  if (job === undefined) return failure('PRINT_JOB_NOT_FOUND');
  const printer = openPrinter(workspace, job.printerUri);
  if (!printer.ok) return printer;
  const { size, dpi } = printer.value.target;
  const frozen = readDocument(job.documentJson);
  if (frozen === null) return failure('LABEL_DOCUMENT_DAMAGED');
  const document = shownTo(workspace, frozen);
  const source = await sourceOf(workspace, job, document, { size, dpi });
  if (source.drawnBy === 'carrier' && !mayDo(workspace.actor, 'seePersonalData'))
    return failure('OPERATOR_RIGHT_MISSING', { right: 'seePersonalData' });
  if (source.drawnBy === 'carrier')
    return done({ bitmap: source.bitmap, drawnBy: 'carrier', ownLayoutReason: '', gaps: [] });
  // A label printed as the carrier's is never shown in our layout.
  if (wasDrawnBy(job) === 'carrier') return failure('LABEL_HTML_UNUSABLE', { reason: source.why });
  const template = await drawableTemplate(workspace, document.template);
  if (!template.ok) return template;
  const bitmap = renderLabel(document, { size, dpi }, workspace.fonts, template.value);
  if (!bitmap.ok) return bitmap;
  const { gaps } = cleanDocument(document, workspace.fonts);
  return done({ bitmap: bitmap.value, drawnBy: 'ours', ownLayoutReason: source.why, gaps });
}

/** A sent label stays as it was, whatever the account's setting now; a waiting one follows the account. */
async function sourceOf(
  workspace: Workspace,
  job: PrintJob,
  document: LabelDocument,
  sheet: Parameters<typeof carrierLabel>[3],
): Promise<LabelSource> {
  const drawnBy = wasDrawnBy(job);
  if (drawnBy === 'ours') return { drawnBy: 'ours', why: job.ownLayoutReason };
  const shipment = await workspace.store.read.shipments.byId(job.shipmentId);
  if (shipment === undefined) return { drawnBy: 'ours', why: '' };
  return drawnBy === 'carrier'
    ? drawCarrierLabel(workspace, templateOf(shipment, document), sheet)
    : carrierLabel(workspace, shipment, document, sheet);
}

/** A job that is printed again is drawn again. */
function wasDrawnBy({ state, drawnBy }: PrintJob): PrintJob['drawnBy'] {
  return paperStates.includes(state) ? drawnBy : '';
}

function shownTo({ actor }: Workspace, document: LabelDocument): LabelDocument {
  if (document.privacy?.form !== 'full' || mayDo(actor, 'seePersonalData')) return document;
  return maskForLabel({ ...document, privacy: { form: 'masked' } });
}
