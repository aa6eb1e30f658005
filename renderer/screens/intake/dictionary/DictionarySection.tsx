import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../../../shared/contracts/settings.ts';
import { core } from '../../../bridge/core.ts';
import { pageBridge } from '../../../bridge/pageBridge.ts';
import { dictionaryQueries } from '../../../bridge/queries/dictionaryQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { FieldsTab } from './FieldsTab.tsx';
import { MemoriesTab } from './MemoriesTab.tsx';
import { StatusWordsTab } from './StatusWordsTab.tsx';

const tabs = ['fields', 'memories', 'status'] as const;
type Tab = (typeof tabs)[number];

/** What the program takes a header or a status word for, and what this workspace taught it. */
export function DictionarySection({ settings }: { readonly settings: SettingsView }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [tab, setTab] = useState<Tab>('fields');
  const dictionary = useQuery(dictionaryQueries.get()).data;
  const exported = useMutation({
    mutationFn: () => core.dictionary.exportFieldList({ language: settings.language }),
    onSuccess: ({ path, rows }) =>
      say({
        tone: 'done',
        says: t('dictionary.exported', { count: rows }),
        next: path,
        action: { label: t('common.showFile'), run: () => void pageBridge().showFile(path) },
      }),
  });
  return (
    <section className="stack settings-fill dictionary">
      <header className="line">
        <h2>{t('settings.section.dictionary')}</h2>
        <ChoiceField
          label={t('dictionary.shown')}
          value={tab}
          choices={tabs.map((value) => ({ value, label: t(`dictionary.tab.${value}`) }))}
          onChange={(value) => setTab(value)}
        />
        <span className="grow" />
        <Button icon="file" isBusy={exported.isPending} onPress={() => exported.mutate()}>
          {t('dictionary.export')}
        </Button>
      </header>
      {tab === 'fields' && dictionary !== undefined && <FieldsTab dictionary={dictionary} />}
      {tab === 'memories' && <MemoriesTab />}
      {tab === 'status' && <StatusWordsTab />}
    </section>
  );
}
