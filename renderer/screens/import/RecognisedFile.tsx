import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../bridge/failureOf.ts';
import { type ImportOverrides, importQueries, type Recognition } from '../../bridge/queries/importQueries.ts';
import { useImportRun } from '../../bridge/useImportRun.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { useKeys } from '../../parts/keys/useKeys.ts';
import { fileName } from './fileName.ts';
import { MappingTable } from './MappingTable.tsx';
import { missingFields } from './missingFields.ts';

function Facts({ recognition }: { readonly recognition: Recognition }) {
  const { t } = useTranslation();
  const facts = [
    [t('imports.platform'), t(`source.${recognition.profile}`, recognition.profile)],
    [t('imports.format'), recognition.format],
    [t('imports.encoding'), recognition.encoding],
    [t('imports.sheet'), recognition.sheet],
    [t('imports.headerRow'), t('imports.rowNumber', { row: recognition.headerRowNumber })],
  ] as const;
  return (
    <dl className="import-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt className="soft small">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What we take a file for, to be corrected column by column before anything is stored. */
export function RecognisedFile({ path, onLeave }: { readonly path: string; onLeave(): void }) {
  const { t } = useTranslation();
  const [overrides, setOverrides] = useState<ImportOverrides>({});
  const asked = useQuery({ ...importQueries.recognise(path, overrides), placeholderData: keepPreviousData });
  const fields = useQuery(importQueries.fields()).data ?? [];
  const start = useImportRun((store) => store.start);
  const recognition = asked.data;
  const missing =
    recognition === undefined ? [] : missingFields(recognition.mapping.map(({ field }) => field));
  const begin = (): void => {
    if (recognition === undefined) return;
    start(path, overrides);
    onLeave();
  };
  useKeys([{ combo: 'Enter', says: t('imports.start'), run: begin }]);
  return (
    <section className="panel panel-pad stack" aria-label={t('imports.recognised')}>
      <header className="line">
        <h2 className="grow">{fileName(path)}</h2>
        <Button look="quiet" onPress={onLeave}>
          {t('imports.otherFile')}
        </Button>
        <Button look="primary" keyHint="Enter" isDisabled={recognition === undefined} onPress={begin}>
          {t('imports.start')}
        </Button>
      </header>
      {asked.error !== null && <FailureNotice failure={failureOf(asked.error)} />}
      {asked.isPending && <p className="soft">{t('imports.reading')}</p>}
      {recognition !== undefined && (
        <>
          <Facts recognition={recognition} />
          {missing.length > 0 && (
            <Notice
              tone="unsure"
              title={t('imports.missing', {
                fields: missing.map((field) => t(`canonical.${field}`, field)).join(t('common.listComma')),
              })}
              next={t('imports.missingNext')}
            />
          )}
          <MappingTable
            mapping={recognition.mapping}
            fields={fields}
            onChange={(columnIndex, field) =>
              setOverrides((before) => ({ ...before, columns: { ...before.columns, [columnIndex]: field } }))
            }
          />
        </>
      )}
    </section>
  );
}
