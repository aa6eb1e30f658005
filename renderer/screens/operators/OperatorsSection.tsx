import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './operators.css';
import type { SettingsView } from '../../../shared/contracts/settings.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { pageBridge } from '../../bridge/pageBridge.ts';
import { operatorQueries } from '../../bridge/queries/operatorQueries.ts';
import { staffQueries } from '../../bridge/queries/staffQueries.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { RescueCode } from '../../parts/form/RescueCode.tsx';
import { ActsTab } from './ActsTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';
import { RightsTable } from './RightsTable.tsx';

const tabs = ['people', 'rights', 'record'] as const;
type Tab = (typeof tabs)[number];

/** Who works here, who may do what, and what was done under a reason. */
export function OperatorsSection(_: { readonly settings: SettingsView }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('people');
  const [rescueCode, setRescueCode] = useState<string | null>(null);
  const staff = useQuery(staffQueries.list());
  const desk = useQuery(operatorQueries.desk()).data;
  return (
    <section className={tab === 'record' ? 'stack settings-fill' : 'stack'}>
      <header className="line">
        <h2>{t('settings.section.operators')}</h2>
        <ChoiceField
          label={t('operatorSettings.shown')}
          isLabelHidden
          value={tab}
          choices={tabs.map((value) => ({ value, label: t(`operatorSettings.tab.${value}`) }))}
          onChange={(value) => setTab(value)}
        />
      </header>
      {tab === 'rights' && <RightsTable />}
      {tab !== 'rights' && staff.error !== null && <FailureNotice failure={failureOf(staff.error)} />}
      {tab === 'people' && staff.data !== undefined && desk !== undefined && (
        <PeopleTab staff={staff.data} desk={desk} onCode={setRescueCode} />
      )}
      {rescueCode !== null && (
        <Dialog title={t('rescue.title')} width={520}>
          <RescueCode
            code={rescueCode}
            onCopy={(code) => void pageBridge().copyText(code)}
            onNoted={() => setRescueCode(null)}
          />
        </Dialog>
      )}
      {tab === 'record' && staff.data !== undefined && <ActsTab />}
    </section>
  );
}
