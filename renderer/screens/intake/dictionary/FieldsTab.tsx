import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../../bridge/knownNames.ts';
import type { DictionaryFieldView, DictionaryView } from '../../../bridge/queries/intakeQueries.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { SearchField } from '../../../parts/form/TextField.tsx';
import { nextRowIndex } from '../../../parts/table/VirtualTable.tsx';
import { FieldDetail } from './FieldDetail.tsx';

const pageRows = 10;

interface FieldListProps {
  readonly fields: readonly DictionaryFieldView[];
  readonly active: string | undefined;
  onActivate(field: string): void;
}

function FieldList({ fields, active, onActivate }: FieldListProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    fields.findIndex(({ field }) => field === active),
  );
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = nextRowIndex(event.key, at, fields.length, pageRows);
    const field = target === null ? undefined : fields[target];
    if (field === undefined || event.altKey || event.ctrlKey) return;
    onActivate(field.field);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      className="dictionary-list panel"
      role="listbox"
      tabIndex={0}
      aria-label={t('dictionary.fields')}
      aria-activedescendant={`${listId}-${at}`}
      onKeyDown={onKeyDown}
    >
      {fields.map(({ field, nameZh, nameEn, spellings, own }, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names its active row
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
        <div
          key={field}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === at}
          className="dictionary-row"
          onClick={() => onActivate(field)}
        >
          <span>{nameOf({ nameZh, nameEn })}</span>
          <span className="soft small number">
            {t('dictionary.spellings', { count: spellings.length + own.length })}
          </span>
          {own.length > 0 && (
            <span className="chip chip-own small">{t('dictionary.plusOwn', { count: own.length })}</span>
          )}
        </div>
      ))}
    </div>
  );
}

/** Our fields, found by any of their names; the chosen one's headers beside them. */
export function FieldsTab({ dictionary }: { readonly dictionary: DictionaryView }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState<string | undefined>(dictionary.fields[0]?.field);
  const found = useMemo(() => findFields(dictionary.fields, search), [dictionary, search]);
  const shown = found.find(({ field }) => field === active) ?? found[0];
  return (
    <>
      <div className="line">
        <SearchField label={t('dictionary.search')} value={search} onChange={setSearch} />
        <span className="soft small">
          {t('dictionary.size', { fields: dictionary.fields.length, spellings: dictionary.builtInSpellings })}
        </span>
      </div>
      {shown === undefined ? (
        <EmptyState icon="search" title={t('dictionary.noneFound', { text: search })} />
      ) : (
        <div className="beside">
          <FieldList fields={found} active={shown.field} onActivate={setActive} />
          <FieldDetail field={shown} searched={search.trim()} />
        </div>
      )}
    </>
  );
}

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
