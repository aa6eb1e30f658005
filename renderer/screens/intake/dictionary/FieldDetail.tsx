import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { useNameOf } from '../../../bridge/knownNames.ts';
import type { DictionaryFieldView } from '../../../bridge/queries/intakeQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { Form } from '../../../parts/form/Form.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useAct } from '../../../work/useAct.ts';

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
export function FieldDetail({ field, searched }: FieldDetailProps) {
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
