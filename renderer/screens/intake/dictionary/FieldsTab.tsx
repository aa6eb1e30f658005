import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import { core } from '../../../bridge/core.ts';
import { useNameOf } from '../../../bridge/knownNames.ts';
import { Button } from '../../../parts/Button.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { Form } from '../../../parts/form/Form.tsx';
import { SearchField, TextField } from '../../../parts/form/TextField.tsx';
import { nextRowIndex } from '../../../parts/table/VirtualTable.tsx';
import { useAct } from '../../../work/useAct.ts';
import { NotStored } from '../NotStored.tsx';

type DictionaryView = Answered<'dictionary', 'get'>;
type DictionaryFieldView = DictionaryView['fields'][number];

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

/** Refusals that a second yes overrules. */
const askAgain = ['DICTIONARY_SPELLING_TAKEN', 'DICTIONARY_SPELLING_GUARDED'];

interface FieldDetailProps {
  readonly field: DictionaryFieldView;
  readonly searched: string;
}

function AddSpelling({ field }: { readonly field: DictionaryFieldView }) {
  const { t } = useTranslation();
  const [spelling, setSpelling] = useState('');
  const add = useAct(
    (isConfirmed: boolean) =>
      core.dictionary.addSpelling({ spelling: spelling.trim(), field: field.field, isConfirmed }),
    {
      says: () => t('dictionary.added', { spelling: spelling.trim() }),
      after: () => setSpelling(''),
      isShownInPlace: true,
    },
  );
  const { failure } = add;
  const canInsist = failure !== null && askAgain.includes(failure.code);
  return (
    <Form look="stack-tight" isReady={spelling.trim() !== ''} onSubmit={() => add.mutate(false)}>
      <div className="line add-spelling">
        <TextField
          label={t('dictionary.addSpelling')}
          isLabelHidden
          placeholder={t('dictionary.addSpelling')}
          maxLength={200}
          value={spelling}
          onChange={(text) => {
            setSpelling(text);
            add.reset();
          }}
        />
        <Button isSubmit icon="plus" isBusy={add.isPending} isDisabled={spelling.trim() === ''}>
          {t('dictionary.add')}
        </Button>
      </div>
      {failure !== null && (
        <FailureNotice failure={failure} tone={canInsist ? 'unsure' : 'failed'}>
          {canInsist && <Button onPress={() => add.mutate(true)}>{t('dictionary.addAnyway')}</Button>}
        </FailureNotice>
      )}
    </Form>
  );
}

/** One of our fields: every header that means it, those added here, and what each platform calls it. */
function FieldDetail({ field, searched }: FieldDetailProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const remove = useAct((spelling: string) => core.dictionary.removeSpelling({ spelling }));
  const isHit = (spelling: string): boolean =>
    searched !== '' && spelling.toLowerCase().includes(searched.toLowerCase());
  return (
    <section className="panel panel-pad stack dictionary-detail" aria-label={t('dictionary.field')}>
      <header className="line">
        <h2 className="grow">{nameOf(field)}</h2>
        <code className="code">{field.field}</code>
      </header>
      <NotStored field={field.field} />
      <div className="stack-tight">
        <h3>{t('dictionary.own')}</h3>
        {field.own.length === 0 && <p className="soft small">{t('dictionary.noOwn')}</p>}
        <ul className="plain-list chips">
          {field.own.map(({ spelling }) => (
            <li key={spelling} className="chip chip-own">
              {spelling}
              <button
                type="button"
                className="chip-remove"
                aria-label={t('dictionary.removeNamed', { spelling })}
                title={t('dictionary.removeNamed', { spelling })}
                onClick={() => remove.mutate(spelling)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
        <AddSpelling key={field.field} field={field} />
      </div>
      <div className="stack-tight">
        <h3>{t('dictionary.builtIn', { count: field.spellings.length })}</h3>
        <ul className="plain-list chips">
          {field.spellings.map((spelling) => (
            <li key={spelling} className={`chip${isHit(spelling) ? ' chip-hit' : ''}`}>
              {spelling}
            </li>
          ))}
        </ul>
      </div>
      <div className="stack-tight">
        <h3>{t('dictionary.atPlatforms')}</h3>
        <dl className="facts">
          {field.platformFields.map(({ platform, nameZh, nameEn, field: name }) => (
            <div key={platform} className="fact">
              <dt>{nameOf({ nameZh, nameEn })}</dt>
              <dd>
                {name === '' ? (
                  <span className="soft">{t('dictionary.notThere')}</span>
                ) : (
                  <code className="code">{name}</code>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
