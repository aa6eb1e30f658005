import type {
  DrawableTemplate,
  LabelTemplateContent,
  LabelTemplateRef,
} from '../../../../shared/domain/labelTemplate.ts';
import { done, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { logoPictureOf } from './labelLogos.ts';
import { readLabelTemplate } from './labelTemplates.ts';

type Reading = Pick<Workspace, 'store'>;

/** A template with the logos it shows. */
export async function withLogos(
  { store }: Reading,
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
  workspace: Reading,
  ref: LabelTemplateRef | null | undefined,
): Promise<Outcome<DrawableTemplate | null>> {
  if (ref === null || ref === undefined) return done(null);
  const ofStore = known.get(workspace.store) ?? new Map<string, DrawableTemplate>();
  known.set(workspace.store, ofStore);
  const key = `${ref.templateId} ${ref.version}`;
  const former = ofStore.get(key);
  if (former !== undefined) return done(former);
  const read = await readLabelTemplate(workspace, ref.templateId, ref.version);
  if (!read.ok) return read;
  const fresh = await withLogos(workspace, read.value.content);
  if (ofStore.size >= mostKnown) ofStore.clear();
  ofStore.set(key, fresh);
  return done(fresh);
}
