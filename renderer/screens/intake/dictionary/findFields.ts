import type { DictionaryFieldView } from '../../../bridge/queries/dictionaryQueries.ts';

type Searchable = Pick<DictionaryFieldView, 'field' | 'nameZh' | 'nameEn' | 'spellings' | 'own'>;

/** Fields that are called so: by their names, by ours, or by any header that means them. */
export function findFields<F extends Searchable>(fields: readonly F[], text: string): readonly F[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return fields;
  return fields.filter(({ field, nameZh, nameEn, spellings, own }) =>
    [field, nameZh, nameEn, ...spellings, ...own.map(({ spelling }) => spelling)].some((name) =>
      name.toLowerCase().includes(wanted),
    ),
  );
}
