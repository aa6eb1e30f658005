import type { Asked } from '../../../../shared/contracts/contract.ts';
import {
  type DrawableTemplate,
  type LabelTemplateContent,
  type LabelTemplateRef,
  type LogoPicture,
  templateLimits,
} from '../../../../shared/domain/printing/labelTemplate.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { LabelLogo } from '../../../store/schema.ts';
import { change, tryChange, type Workspace } from '../../workspace/workspace.ts';
import { readLabelTemplate } from './labelTemplates.ts';

/** A template with the logos it shows. */
export async function withLogos(
  { store }: Workspace,
  content: LabelTemplateContent,
): Promise<DrawableTemplate> {
  const ids = content.elements.flatMap((element) => (element.kind === 'image' ? [element.logoId] : []));
  const rows = ids.length === 0 ? [] : await store.read.labelLogos.byIds([...new Set(ids)]);
  return { content, logos: new Map(rows.map((row) => [row.id, logoPictureOf(row)])) };
}

/** Versions never change: a batch of labels reads its template once a workspace. */
const known = new WeakMap<Workspace['store'], Map<string, DrawableTemplate>>();

/** More versions than a workspace prints with at once. */
const mostKnown = 20;

/** What a label's template says, for `renderJob`; null for the standard layout. `LABEL_TEMPLATE_NOT_FOUND`. */
export async function drawableTemplate(
  workspace: Workspace,
  ref: LabelTemplateRef | null | undefined,
): Promise<Outcome<DrawableTemplate | null>> {
  if (ref === null || ref === undefined) return done(null);
  const ofStore = known.get(workspace.store) ?? new Map<string, DrawableTemplate>();
  known.set(workspace.store, ofStore);
  const key = `${ref.templateId} ${ref.version}`;
  const previous = ofStore.get(key);
  if (previous !== undefined) return done(previous);
  const read = await readLabelTemplate(workspace, ref.templateId, ref.version);
  if (!read.ok) return read;
  const fresh = await withLogos(workspace, read.value.content);
  if (ofStore.size >= mostKnown) ofStore.clear();
  ofStore.set(key, fresh);
  return done(fresh);
}

function logoPictureOf(row: LabelLogo): LogoPicture {
  const { widthDots, heightDots } = row;
  const bits = new Uint8Array(Buffer.from(row.bitsBase64, 'base64'));
  // Whoever made the picture may have padded its rows with anything.
  const bytesPerRow = (widthDots + 7) >> 3;
  const lastMask = 0xff << (bytesPerRow * 8 - widthDots);
  for (let at = bytesPerRow - 1; at < bits.length; at += bytesPerRow)
    bits[at] = (bits[at] as number) & lastMask;
  return { widthDots, heightDots, bits };
}

/** Keeps a black-and-white picture for templates; the bits must be exactly those of its size. */
export async function addLabelLogo(
  workspace: Workspace,
  logo: Asked<'labelTemplates', 'addLogo'>,
): Promise<Outcome<LabelLogo>> {
  const { name, widthDots, heightDots } = logo;
  const bits = Buffer.from(logo.bitsBase64, 'base64');
  const isSound =
    Math.max(widthDots, heightDots) <= templateLimits.logoSideDots &&
    bits.length === ((widthDots + 7) >> 3) * heightDots;
  if (!isSound) return failure('LABEL_LOGO_INVALID');
  const row: LabelLogo = {
    id: workspace.nextId(),
    name,
    widthDots,
    heightDots,
    bitsBase64: bits.toString('base64'),
    createdAt: workspace.clock.now(),
    removedAt: null,
  };
  await change(workspace, ['labelTemplates'], (write) => write.labelLogos.insert(row));
  return done(row);
}

export function removeLabelLogo(workspace: Workspace, logoId: string): Promise<Outcome<null>> {
  return tryChange(workspace, ['labelTemplates'], async ({ labelLogos }) => {
    const isGone = await labelLogos.remove(logoId, workspace.clock.now());
    return isGone ? done(null) : failure('LABEL_LOGO_NOT_FOUND');
  });
}
