import { useQuery } from '@tanstack/react-query';
import { type ComponentType, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './settings.css';
import type { SettingsView } from '../../../shared/contracts/settings.ts';
import type { Right } from '../../../shared/domain/operator.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { settingsQueries } from '../../bridge/queries/settingsQueries.ts';
import { RightNeeded } from '../../parts/EmptyState.tsx';
import type { PlaceFocus } from '../../parts/place.ts';
import { AccountsSection } from '../accounts/AccountsSection.tsx';
import { AddressesSection } from '../correcting/addresses/AddressesSection.tsx';
import { DictionarySection } from '../intake/dictionary/DictionarySection.tsx';
import { WatchSection } from '../intake/WatchSection.tsx';
import { LabelsSection } from '../labels/LabelsSection.tsx';
import { OperatorsSection } from '../operators/OperatorsSection.tsx';
import { PrintersSection } from '../printing/printers/PrintersSection.tsx';
import { RulesHome } from '../rules/RulesHome.tsx';
import { CallsSection } from './calls/CallsSection.tsx';
import { LookSection } from './LookSection.tsx';
import { SecuritySection } from './SecuritySection.tsx';
import { SenderSection } from './SenderSection.tsx';

const sections = {
  sender: SenderSection,
  accounts: AccountsSection,
  printers: PrintersSection,
  labels: LabelsSection,
  rules: RulesHome,
  dictionary: DictionarySection,
  watch: WatchSection,
  operators: OperatorsSection,
  addresses: AddressesSection,
  look: LookSection,
  security: SecuritySection,
  calls: CallsSection,
} as const satisfies Readonly<Record<string, ComponentType<{ settings: SettingsView }>>>;

export type SectionId = keyof typeof sections;
const sectionIds = Object.keys(sections) as readonly SectionId[];
const isSection = (text: string | undefined): text is SectionId => sectionIds.some((id) => id === text);

/** Everything that is set once: who sends, with which accounts, onto which printers, by which rules. */
export function SettingsScreen({ focus, step }: { readonly focus: PlaceFocus; readonly step: number }) {
  const { t } = useTranslation();
  const [section, setSection] = useState<SectionId>(isSection(focus.section) ? focus.section : 'sender');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `step` says that somebody led here again
  useEffect(() => {
    if (isSection(focus.section)) setSection(focus.section);
  }, [step]);
  const settings = useQuery(settingsQueries.get()).data;
  const missing = useMissingRight(sectionRights[section]);
  const Shown = sections[section];
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{t('screen.settings')}</h1>
      </header>
      <div className="beside">
        <nav className="settings-nav" aria-label={t('screen.settings')}>
          {sectionIds.map((id) => (
            <button
              key={id}
              type="button"
              aria-current={id === section ? 'true' : undefined}
              onClick={() => setSection(id)}
            >
              {t(`settings.section.${id}`)}
            </button>
          ))}
        </nav>
        <div className="settings-body">
          {missing === null && settings !== undefined && <Shown settings={settings} />}
          {missing !== null && <RightNeeded {...missing} />}
        </div>
      </div>
    </div>
  );
}

/** What a section takes to be of any use. Empty: everybody's own. */
const sectionRights: Readonly<Record<SectionId, readonly Right[]>> = {
  sender: ['changeSettings'],
  accounts: ['changeAccounts'],
  printers: ['changePrinters'],
  labels: ['changeRules'],
  rules: ['changeRules'],
  dictionary: ['importOrders'],
  watch: ['changeSettings'],
  operators: ['manageOperators'],
  addresses: ['correctAddresses'],
  look: [],
  security: [],
  calls: ['bookParcels'],
};
