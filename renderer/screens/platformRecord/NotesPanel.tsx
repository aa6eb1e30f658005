import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteKinds } from '../../../shared/domain/platformRecord/platformRecord.ts';
import { core } from '../../bridge/core.ts';
import { choicesOf } from '../../parts/form/choices.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import type { RecordPanelProps } from './TermsPanel.tsx';

const empty = { kind: 'contact' as (typeof noteKinds)[number], person: '', text: '' };

/** What was said with the platform, when, by whom and with whom. */
export function NotesPanel({ record, onSaved }: RecordPanelProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(empty);
  const accountId = record.account.id;
  const add = useAct(() => core.platformRecord.addNote({ accountId, ...draft }), {
    says: () => t('record.notes.saved'),
    isShownInPlace: true,
    after: (reply) => {
      onSaved(reply);
      setDraft(empty);
    },
  });
  return (
    <section className="stack-tight" aria-label={t('record.notes.title')}>
      <h3>{t('record.notes.title')}</h3>
      <EntryForm
        label={t('record.notes.title')}
        yes={t('record.notes.add')}
        isReady={draft.text.trim() !== ''}
        {...add.form()}
      >
        <div className="form-grid">
          <SelectField
            label={t('record.notes.kind')}
            value={draft.kind}
            options={choicesOf(noteKinds, (kind) => t(`noteKind.${kind}`))}
            onChange={(kind) => setDraft({ ...draft, kind })}
          />
          <TextField
            label={t('record.notes.person')}
            maxLength={60}
            value={draft.person}
            onChange={(person) => setDraft({ ...draft, person })}
          />
        </div>
        <TextField
          label={t('record.notes.text')}
          rows={2}
          maxLength={2_000}
          value={draft.text}
          onChange={(text) => setDraft({ ...draft, text })}
        />
      </EntryForm>
      {record.notes.length === 0 ? (
        <p className="soft small">{t('record.notes.none')}</p>
      ) : (
        <ul className="plain-list panel">
          {record.notes.map(({ id, kind, person, text, at, writtenBy }) => (
            <li key={id} className="record-row">
              <span className="record-state soft small">
                <Moment at={at} />
              </span>
              <span className="grow">
                <strong>{t(`noteKind.${kind}`)}</strong> {person} <br />
                {text}
              </span>
              <span className="soft small">{writtenBy || t('record.setUp.owner')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
