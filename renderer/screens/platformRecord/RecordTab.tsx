import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformRecordView } from '../../../shared/contracts/platformRecord/platformRecord.ts';
import { recordFormats } from '../../../shared/domain/platformRecord/platformRecord.ts';
import { ask, core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { pageBridge } from '../../bridge/page.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { useAct } from '../../work/useAct.ts';
import { Assessment } from './Assessment.tsx';
import { FilesPanel } from './FilesPanel.tsx';
import { IncidentsPanel } from './IncidentsPanel.tsx';
import { NotesPanel } from './NotesPanel.tsx';
import { TermsPanel } from './TermsPanel.tsx';

const queryOf = (accountId: string) => ask.platformRecord.get.queryOptions({ input: { accountId } });

/** What is known of the platform of one account: how it is judged, what was agreed, what went wrong, what proves it. */
export function RecordTab() {
  const { t } = useTranslation();
  const accounts = useQuery(ask.settings.accounts.queryOptions()).data;
  const [chosen, setChosen] = useState<string | null>(null);
  if (accounts === undefined) return null;
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0];
  if (account === undefined)
    return (
      <div className="panel">
        <EmptyState icon="user" title={t('record.noAccount')}>
          <p>{t('record.noAccountNote')}</p>
        </EmptyState>
      </div>
    );
  return (
    <>
      <div className="line record-head">
        <SelectField
          label={t('record.account')}
          isLabelHidden
          width={260}
          value={account.id}
          options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
        <span className="grow" />
        <ExportButtons accountId={account.id} />
      </div>
      <AccountRecord key={account.id} accountId={account.id} />
    </>
  );
}

function ExportButtons({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation();
  const mayExport = useMissingRight(['changeAccounts']) === null;
  const write = useAct(
    (format: (typeof recordFormats)[number]) => core.platformRecord.export({ accountId, format }),
    {
      says: ({ name, fileToken }) => ({
        tone: 'done',
        says: t('record.exported', { name }),
        action: { label: t('common.showFile'), run: () => void pageBridge().showFile(fileToken) },
      }),
    },
  );
  if (!mayExport) return null;
  return recordFormats.map((format) => (
    <Button key={format} size="small" {...write.press(format)}>
      {t(`record.exportAs.${format}`)}
    </Button>
  ));
}

function AccountRecord({ accountId }: { readonly accountId: string }) {
  const record = useQuery(queryOf(accountId)).data;
  if (record === undefined) return null;
  const keep = (reply: PlatformRecordView) => queryClient.setQueryData(queryOf(accountId).queryKey, reply);
  return (
    <>
      <Assessment record={record} />
      <TermsPanel record={record} onSaved={keep} />
      <IncidentsPanel record={record} onSaved={keep} />
      <FilesPanel record={record} onSaved={keep} />
      <NotesPanel record={record} onSaved={keep} />
    </>
  );
}
