import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../../../shared/contracts/settings.ts';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { LearnedTab } from './LearnedTab.tsx';
import { NoShipTab } from './NoShipTab.tsx';

const tabs = ['noShip', 'learned'] as const;
type Tab = (typeof tabs)[number];

/** What this workspace knows of addresses: where it does not send to, and what corrections taught. */
export function AddressesSection(_: { readonly settings: SettingsView }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('noShip');
  return (
    <section className="stack settings-fill">
      <header className="line">
        <h2>{t('settings.section.addresses')}</h2>
        <ChoiceField
          label={t('addressBook.shown')}
          value={tab}
          choices={tabs.map((value) => ({ value, label: t(`addressBook.tab.${value}`) }))}
          onChange={(value) => setTab(value)}
        />
      </header>
      {tab === 'noShip' ? <NoShipTab /> : <LearnedTab />}
    </section>
  );
}
