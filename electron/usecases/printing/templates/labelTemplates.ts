import type { Asked } from '../../../../shared/contracts/contract.ts';
import {
  type LabelTemplateContent,
  type LabelTemplateRef,
  type TemplateSize,
  templateSizes,
} from '../../../../shared/domain/printing/labelTemplate.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { merchantArea } from '../../../labels/layout/labelZones.ts';
import { starterTemplate } from '../../../labels/template/starterTemplate.ts';
import { templateContentJson } from '../../../store/printing/printJson.ts';
import type { LabelTemplate, LabelTemplateVersion, StoredLabelTrial } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';

/** A template with one of its versions. */
export interface ReadTemplate {
  readonly row: LabelTemplate;
  readonly version: number;
  readonly content: LabelTemplateContent;
}

type TemplateDraft = Asked<'labelTemplates', 'save'>;

export function templateContentOf(version: LabelTemplateVersion): LabelTemplateContent {
  return templateContentJson.read(version.contentJson);
}

/** A template as one of its versions has it, the newest when none is named. */
export async function readLabelTemplate(
  { store }: Workspace,
  templateId: string,
  version?: number,
): Promise<Outcome<ReadTemplate>> {
  const row = await store.read.labelTemplates.byId(templateId);
  if (row === undefined) return failure('LABEL_TEMPLATE_NOT_FOUND');
  const wanted = await store.read.templateVersions.one(templateId, version ?? row.version);
  if (wanted === undefined) return failure('LABEL_TEMPLATE_NOT_FOUND');
  return done({ row, version: wanted.version, content: templateContentOf(wanted) });
}

/** Saves a draft as a new template or as the next version of one; an older version is never changed. `backTo`: what it says again. */
export async function saveLabelTemplate(
  workspace: Workspace,
  draft: TemplateDraft,
  backTo: number | null = null,
): Promise<Outcome<ReadTemplate>> {
  const saved = await tryChange(workspace, ['labelTemplates'], (write) =>
    saveVersion(workspace, write, draft, backTo),
  );
  return saved.ok ? readLabelTemplate(workspace, saved.value) : saved;
}

/** Makes what an older version said the newest version. */
export async function goBackToTemplateVersion(
  workspace: Workspace,
  request: Asked<'labelTemplates', 'goBack'>,
): Promise<Outcome<ReadTemplate>> {
  const older = await readLabelTemplate(workspace, request.templateId, request.version);
  if (!older.ok) return older;
  const { row, content, version } = older.value;
  const draft = { templateId: row.id, baseVersion: request.baseVersion, name: row.name, content };
  return saveLabelTemplate(workspace, draft, version);
}

/** Inside the caller's transaction: the template says what this version said, as its newest version. */
export async function restoreVersion(
  workspace: Workspace,
  write: Repositories,
  { templateId, version }: LabelTemplateRef,
): Promise<Outcome<null>> {
  const row = await write.labelTemplates.byId(templateId);
  const wanted = await write.templateVersions.one(templateId, version);
  if (row === undefined || wanted === undefined) return failure('LABEL_TEMPLATE_NOT_FOUND');
  if (row.version === version) return done(null);
  const { name, version: baseVersion } = row;
  const draft = { templateId, baseVersion, name, content: templateContentOf(wanted) };
  const saved = await saveVersion(workspace, write, draft, version);
  return saved.ok ? done(null) : saved;
}

/** `LABEL_TRIAL_OPEN` while the template is on trial. */
export function removeLabelTemplate(workspace: Workspace, templateId: string): Promise<Outcome<null>> {
  return tryChange(workspace, ['labelTemplates'], async (write) => {
    const trial = await openTrialOf(write, { templateId });
    if (trial !== undefined) return failure('LABEL_TRIAL_OPEN', { size: trial.size });
    const isGone = await write.labelTemplates.remove(templateId, workspace.clock.now());
    return isGone ? done(null) : failure('LABEL_TEMPLATE_NOT_FOUND');
  });
}

/** Which template new labels of a size are printed with; null: the standard layout. A trial of that size has to end first. */
export function setDefaultTemplate(
  workspace: Workspace,
  size: TemplateSize,
  templateId: string | null,
): Promise<Outcome<null>> {
  return tryChange(workspace, ['labelTemplates'], async (write) => {
    if ((await openTrialOf(write, { size })) !== undefined) return failure('LABEL_TRIAL_OPEN', { size });
    const row = templateId === null ? null : await write.labelTemplates.byId(templateId);
    if (row !== null && (row === undefined || row.removedAt !== null || row.size !== size))
      return failure('LABEL_TEMPLATE_NOT_FOUND');
    await write.labelTemplates.setDefault(size, templateId);
    return done(null);
  });
}

/** The template's id; inside the caller's transaction. */
async function saveVersion(
  workspace: Workspace,
  write: Repositories,
  { templateId, baseVersion, name, content }: TemplateDraft,
  backTo: number | null,
): Promise<Outcome<string>> {
  const now = workspace.clock.now();
  const others = (await write.labelTemplates.all()).filter(({ id }) => id !== templateId);
  if (others.some((row) => row.name === name)) return failure('LABEL_TEMPLATE_NAME_TAKEN', { name });
  const id = templateId ?? workspace.nextId();
  const { size } = content;
  if (templateId === null) {
    const times = { createdAt: now, updatedAt: now, removedAt: null };
    await write.labelTemplates.insert({ id, name, size, version: 1, isDefault: 0, ...times });
  } else {
    const previous = await write.labelTemplates.byId(templateId);
    if (previous === undefined || previous.removedAt !== null) return failure('LABEL_TEMPLATE_NOT_FOUND');
    // On another medium it is not what its size was given as a default.
    const isDefault = previous.size === size ? previous.isDefault : 0;
    const change = { name, size, isDefault, updatedAt: now };
    const advanced = await write.labelTemplates.advance({ id, version: baseVersion }, change);
    if (advanced === undefined) return failure('LABEL_TEMPLATE_CHANGED_MEANWHILE');
  }
  await write.templateVersions.insert({
    templateId: id,
    version: templateId === null ? 1 : baseVersion + 1,
    contentJson: JSON.stringify(content),
    backTo,
    savedAt: now,
  });
  return done(id);
}

/** The open trial a template takes part in, or that holds the default of a size: it has to end first. */
async function openTrialOf(
  { labelTrials }: Repositories,
  of: { readonly templateId: string } | { readonly size: TemplateSize },
): Promise<StoredLabelTrial | undefined> {
  if ('size' in of) return labelTrials.openOf(of.size);
  const open = await labelTrials.open();
  return open.find((row) => [row.oldTemplateId, row.newTemplateId].includes(of.templateId));
}

/** The merchant area of each size and where it lies on the label. */
export const templateAreas = templateSizes.map((size) => ({ size, ...merchantArea(size) }));

/** What a new template of a size starts from. */
export function newTemplateContent(size: TemplateSize): LabelTemplateContent {
  return starterTemplate(size);
}
