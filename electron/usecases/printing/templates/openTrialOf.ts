import type { TemplateSize } from '../../../../shared/domain/labelTemplate.ts';
import type { StoredLabelTrial } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';

/** The open trial a template takes part in, or that holds the default of a size: it has to end first. */
export async function openTrialOf(
  { labelTrials }: Pick<Repositories, 'labelTrials'>,
  of: { readonly templateId: string } | { readonly size: TemplateSize },
): Promise<StoredLabelTrial | undefined> {
  if ('size' in of) return labelTrials.openOf(of.size);
  const open = await labelTrials.open();
  return open.find((row) => [row.oldTemplateId, row.newTemplateId].includes(of.templateId));
}
