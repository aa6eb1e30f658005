import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformRecordView } from '../../../shared/contracts/platformRecord/platformRecord.ts';
import { evidenceKinds } from '../../../shared/domain/platformRecord/platformRecord.ts';
import { shopDate } from '../../../shared/rules/shopTime.ts';
import { core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { pageBridge, useNow } from '../../bridge/page.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';
import { DayField } from '../../parts/form/DayField.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';

import { StateMark } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import type { RecordPanelProps } from './TermsPanel.tsx';

type File = PlatformRecordView['evidence'][number];

/** Certificates, cases and contracts: copies of the files, sealed in the workspace. */
export function FilesPanel({ record, onSaved }: RecordPanelProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const mayChange = useMissingRight(['changeAccounts']) === null;
  const { evidence } = record;
  return (
    <section className="stack-tight" aria-label={t('record.files.title')}>
      <header className="line">
        <h3>{t('record.files.title')}</h3>
        <span className="grow" />
        {mayChange && !isAdding && (
          <Button size="small" icon="plus" onPress={() => setAdding(true)}>
            {t('record.files.add')}
          </Button>
        )}
      </header>
      {isAdding && <FileForm record={record} onSaved={onSaved} onClose={() => setAdding(false)} />}
      {evidence.length === 0 ? (
        !isAdding && <p className="panel panel-pad soft">{t('record.files.none')}</p>
      ) : (
        <ul className="plain-list panel">
          {evidence.map((file) => (
            <FileRow key={file.id} file={file} record={record} onSaved={onSaved} mayChange={mayChange} />
          ))}
        </ul>
      )}
    </section>
  );
}

function FileForm({ record, onSaved, onClose }: RecordPanelProps & { onClose(): void }) {
  const { t } = useTranslation();
  const now = useNow();
  const [kind, setKind] = useState<File['kind']>('protection-level');
  const [validUntil, setValidUntil] = useState('');
  const accountId = record.account.id;
  const attach = useAct(
    (fileToken: string) => core.platformRecord.attach({ accountId, kind, fileToken, validUntil }),
    {
      says: () => t('record.files.added'),
      isShownInPlace: true,
      after: (reply) => {
        onSaved(reply);
        onClose();
      },
    },
  );
  const choose = (): void => {
    void pageBridge()
      .chooseFiles('evidence')
      .then(([file]) => {
        if (file !== undefined) attach.mutate(file.fileToken);
      });
  };
  return (
    <EntryForm
      label={t('record.files.title')}
      yes={t('record.files.add')}
      isBusy={attach.isPending}
      failure={attach.failure}
      onSubmit={choose}
      onClose={onClose}
    >
      <div className="form-grid">
        <SelectField
          label={t('record.files.kind')}
          value={kind}
          options={choicesOf(evidenceKinds, (one) => t(`evidenceKind.${one}`))}
          onChange={setKind}
        />
        <DayField
          label={t('record.files.until')}
          value={validUntil}
          today={shopDate(now)}
          isOptional
          onChange={setValidUntil}
        />
      </div>
    </EntryForm>
  );
}

interface FileRowProps extends RecordPanelProps {
  readonly file: File;
  readonly mayChange: boolean;
}

function FileRow({ file, record, onSaved, mayChange }: FileRowProps) {
  const { t } = useTranslation();
  const { id, kind, name, validUntil, isExpired, addedAt } = file;
  const take = useAct(() => core.platformRecord.takeOut({ id }), {
    says: ({ fileToken }) => ({
      tone: 'done',
      says: t('record.files.taken'),
      action: { label: t('common.showFile'), run: () => void pageBridge().showFile(fileToken) },
    }),
  });
  const remove = useAct(() => core.platformRecord.detach({ accountId: record.account.id, id }), {
    after: onSaved,
  });
  const validity =
    validUntil === ''
      ? t('record.files.forever')
      : t(isExpired ? 'record.files.expired' : 'record.files.valid', { date: validUntil });
  return (
    <li className="record-row">
      <strong className="record-name">{t(`evidenceKind.${kind}`)}</strong>
      <span className="grow">
        {name}{' '}
        <span className="soft small">
          <Moment at={addedAt} />
        </span>
      </span>
      <StateMark tone={isExpired ? 'failed' : 'done'} label={validity} />
      {mayChange && (
        <>
          <Button size="small" {...take.press()}>
            {t('record.files.take')}
          </Button>
          <AskingButton
            label={t('record.files.remove')}
            title={t('record.files.removeTitle')}
            note={t('record.files.removeNote')}
            yes={t('record.files.remove')}
            {...remove.asking()}
          />
        </>
      )}
    </li>
  );
}
