import type { LabelSize } from '../../../../shared/domain/printing/labelDocument.ts';
import {
  type LabelTemplateRef,
  type LabelTrial,
  type LabelTrialState,
  type PrintedTemplate,
  type TemplateSize,
  templateSizes,
} from '../../../../shared/domain/printing/labelTemplate.ts';
import { greyArm } from '../../../dispatch/rules/chooseByRules.ts';
import type { PrintJob, StoredLabelTrial } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { readDocument } from '../document.ts';
import { openPrinter } from '../printers/openPrinter.ts';

interface TemplateWish {
  readonly shipmentId: string;
  /** What the order's place in a trial follows from. */
  readonly orderKey: string;
  readonly printerUri: string;
}

const standard: PrintedTemplate = { ref: null, trial: null };

/**
 * The template a new label is printed with: its arm of a trial, else the default of the printer's size. A reprint keeps
 * that of the first print, in its version, whatever is the default or on trial by now.
 */
export async function templateForLabel(
  workspace: Workspace,
  write: Repositories,
  { shipmentId, orderKey, printerUri }: TemplateWish,
): Promise<PrintedTemplate> {
  const [first] = await write.printJobs.ofShipment(shipmentId);
  if (first !== undefined) return asFirstPrinted(write, first);
  const printer = openPrinter(workspace, printerUri);
  const size = printer.ok ? templateSizeOf(printer.value.target.size) : undefined;
  if (size === undefined) return standard;
  const tried = await tryTemplate(write, size, orderKey, workspace.clock.now());
  return tried ?? { ref: await defaultTemplate(write, size), trial: null };
}

function templateSizeOf(size: LabelSize): TemplateSize | undefined {
  return templateSizes.find((known) => known === size);
}

async function asFirstPrinted(write: Repositories, first: PrintJob): Promise<PrintedTemplate> {
  const ref = readDocument(first.documentJson)?.template ?? null;
  const noted = await write.printTemplates.ofJob(first.id);
  if (noted === undefined || noted.arm === '') return { ref, trial: null };
  return { ref, trial: { id: noted.trialId, arm: noted.arm } };
}

/** null: no trial of this size is open. Outside of its days everybody is printed the old way and counts for neither. */
async function tryTemplate(
  write: Repositories,
  size: TemplateSize,
  orderKey: string,
  now: number,
): Promise<PrintedTemplate | null> {
  const row = await write.labelTrials.openOf(size);
  if (row === undefined) return null;
  const trial = trialOf(row);
  const arm = greyArm({ ...trial, experimentId: trial.id }, orderKey, now);
  return {
    ref: arm === 'new' ? trial.new : trial.old,
    trial: arm === null ? null : { id: trial.id, arm },
  };
}

/** The newest version of the template new labels of a size are printed with; null: the standard layout. */
export async function defaultTemplate(
  { labelTemplates }: Repositories,
  size: TemplateSize,
): Promise<LabelTemplateRef | null> {
  const usual = await labelTemplates.defaultOf(size);
  return usual === undefined ? null : { templateId: usual.id, version: usual.version };
}

/** A trial as it lies in the store. */
export function trialOf(row: StoredLabelTrial): LabelTrial {
  const { id, size, percent } = row;
  return {
    id,
    size,
    percent,
    old: row.oldTemplateId === '' ? null : { templateId: row.oldTemplateId, version: row.oldVersion },
    new: { templateId: row.newTemplateId, version: row.newVersion },
    startsAt: row.startsAt,
    endsAt: row.endsAt,
  };
}

/** How a trial stands now. */
export function trialStateOf(row: StoredLabelTrial, now: number): LabelTrialState {
  if (row.endedAt !== null) return 'ended';
  if (row.percent === 0) return 'all-old';
  if (row.percent === 100) return 'all-new';
  if (now < row.startsAt) return 'planned';
  return now < row.endsAt ? 'running' : 'over';
}
