import type { LabelDocument } from '../../shared/domain/labelDocument.ts';
import { type LabelTemplateRef, templateSizes } from '../../shared/domain/labelTemplate.ts';
import type { Repositories } from '../store/store.ts';
import { openPrinter } from './openPrinter.ts';
import type { Workspace } from './workspace.ts';

export interface TemplateWish {
  readonly shipmentId: string;
  readonly printerUri: string;
  /** What a rule or a trial chose; absent: the default of the printer's size. */
  readonly templateId?: string | undefined;
}

/**
 * The template a new label is printed with, null for the standard layout. A reprint keeps that of the first print, in
 * its version, whatever is the default by now; a chosen template that was removed meanwhile gives way to the default.
 */
export async function templateForLabel(
  workspace: Pick<Workspace, 'folder' | 'transports'>,
  write: Repositories,
  { shipmentId, printerUri, templateId }: TemplateWish,
): Promise<LabelTemplateRef | null> {
  const [first] = await write.printJobs.ofShipment(shipmentId);
  if (first !== undefined) return (JSON.parse(first.document_json) as LabelDocument).template ?? null;
  const chosen = templateId === undefined ? undefined : await write.labelTemplates.byId(templateId);
  if (chosen !== undefined && chosen.removed_at === null)
    return { templateId: chosen.id, version: chosen.version };
  const printer = openPrinter(workspace, printerUri);
  const size = printer.ok ? templateSizes.find((known) => known === printer.value.target.size) : undefined;
  const usual = size === undefined ? undefined : await write.labelTemplates.defaultOf(size);
  return usual === undefined ? null : { templateId: usual.id, version: usual.version };
}
