import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './rules.css';
import type { SettingsView } from '../../../shared/contracts/settings.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { PricesTab } from './prices/PricesTab.tsx';
import { RulesSection } from './RulesSection.tsx';
import { RulesTab } from './RulesTab.tsx';

const tabs = ['choose', 'prices', 'general'] as const;
type Tab = (typeof tabs)[number];

/** How orders find account and carrier, what that costs, and the few general rules beside them. */
export function RulesHome({ settings }: { readonly settings: SettingsView }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('choose');
  return (
    <section className="stack rules-home">
      <header className="line">
        <h2>{t('settings.section.rules')}</h2>
        <ChoiceField
          label={t('rules.shown')}
          isLabelHidden
          value={tab}
          choices={tabs.map((value) => ({ value, label: t(`rules.tabs.${value}`) }))}
          onChange={(value) => setTab(value)}
        />
      </header>
      {tab === 'choose' && <RulesTab />}
      {tab === 'prices' && <PricesTab />}
      {tab === 'general' && <RulesSection settings={settings} />}
    </section>
  );
}
