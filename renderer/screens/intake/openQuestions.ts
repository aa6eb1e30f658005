import type { ImportItem } from '../../bridge/importItem.ts';

export type OpenQuestion = 'encoding';

/** What a person must still answer before the file may run; a file without any can start by itself. */
export function openQuestions({
  recognition,
  overrides,
}: Pick<ImportItem, 'recognition' | 'overrides'>): readonly OpenQuestion[] {
  const asksEncoding = recognition?.encodingQuestion !== undefined && overrides.encoding === undefined;
  return asksEncoding ? ['encoding'] : [];
}
