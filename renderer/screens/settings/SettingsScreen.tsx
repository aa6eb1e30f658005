import { useQuery } from '@tanstack/react-query';
import { type ComponentType, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Section, type SectionProps } from '../../parts/Section.tsx';
import { usePlaceState } from '../../parts/usePlaceState.ts';
import { PlaceNotice } from '../../work/PlaceNotice.tsx';
import { useAct } from '../../work/useAct.ts';
import './settings.css';
import type { Right } from '../../../shared/domain/operator.ts';
import { keysOf } from '../../../shared/rules/typedRecord.ts';
import { useHasRights, useMissingRight } from '../../bridge/operators.ts';
import { Button } from '../../parts/Button.tsx';
import { Facts } from '../../parts/DetailPane.tsx';
import { RightNeeded } from '../../parts/EmptyState.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';
import { SearchField } from '../../parts/form/TextField.tsx';
import { useKeySigns } from '../../parts/keySigns.ts';
import type { PlaceFocus } from '../../parts/place.ts';
import { RowSizeField } from '../../parts/table/RowSizeField.tsx';
import { AccountsSection } from '../accounts/AccountsSection.tsx';
import { AlarmsSection } from '../alarms/AlarmsSection.tsx';
import { BackupsSection } from '../backups/BackupsSection.tsx';
import { CallsSection } from '../calls/CallsSection.tsx';
import { BuyerNoticeSection } from '../caseRules/BuyerNoticeSection.tsx';
import { CaseRulesSection } from '../caseRules/CaseRulesSection.tsx';
import { AddressesSection } from '../correcting/addresses/AddressesSection.tsx';
import { DevicesSection } from '../devices/DevicesSection.tsx';
import { DoorSection } from '../door/DoorSection.tsx';
import { GoodsCodesSection } from '../goodsCodes/GoodsCodesSection.tsx';
import { DictionarySection } from '../intake/dictionary/DictionarySection.tsx';
import { WatchSection } from '../intake/WatchSection.tsx';
import { LabelsSection } from '../labels/LabelsSection.tsx';
import { OperatorsSection } from '../operators/OperatorsSection.tsx';
import { PackingRulesSection } from '../packingRules/PackingRulesSection.tsx';
import { PlatformRecordSection } from '../platformRecord/PlatformRecordSection.tsx';
import { PrintersSection } from '../printing/printers/PrintersSection.tsx';
import { PushesSection } from '../pushes/PushesSection.tsx';
import { RetentionSection } from '../retention/RetentionSection.tsx';
import { RulesSection } from '../rules/RulesSection.tsx';
import { PlanSection } from '../trackingPlan/PlanSection.tsx';
import { UpdatesSection } from '../updates/UpdatesSection.tsx';
import { WorkstationsSection } from '../workstations/WorkstationsSection.tsx';
import { AutoLockPanel } from './AutoLockPanel.tsx';
import { AutostartField } from './AutostartField.tsx';
import { SenderSection } from './SenderSection.tsx';

/** One line a section: where it is, what is shown, and what it takes to be of any use (nothing: everybody's own). */
const sections = {
  sender: ['shop', SenderSection, 'changeSettings'],
  operators: ['shop', OperatorsSection, 'manageOperators'],
  security: ['shop', SecuritySection],
  workstations: ['shop', WorkstationsSection, 'seeWork'],
  backups: ['shop', BackupsSection, 'seeWork'],
  retention: ['shop', RetentionSection, 'seeWork'],
  accounts: ['platform', AccountsSection, 'changeAccounts'],
  rules: ['platform', RulesSection, 'changeRules'],
  platformRecord: ['platform', PlatformRecordSection, 'seeWork'],
  alarms: ['logistics', AlarmsSection, 'changeSettings'],
  trackingPlan: ['logistics', PlanSection, 'changeSettings'],
  pushes: ['logistics', PushesSection, 'changeAccounts'],
  caseRules: ['logistics', CaseRulesSection, 'changeRules'],
  buyerNotice: ['logistics', BuyerNoticeSection, 'changeSettings'],
  printers: ['print', PrintersSection, 'changePrinters'],
  devices: ['print', DevicesSection, 'changePrinters'],
  packingRules: ['print', PackingRulesSection, 'changeSettings'],
  goodsCodes: ['print', GoodsCodesSection, 'changeSettings'],
  labels: ['print', LabelsSection, 'changeRules'],
  dictionary: ['import', DictionarySection, 'importOrders'],
  watch: ['import', WatchSection, 'changeSettings'],
  addresses: ['import', AddressesSection, 'correctAddresses'],
  look: ['program', LookSection],
  door: ['program', DoorSection, 'changeSettings', 'manageOperators'],
  updates: ['program', UpdatesSection, 'seeWork'],
  calls: ['diagnostics', CallsSection, 'bookParcels'],
} as const satisfies Readonly<
  Record<string, readonly [group: string, ComponentType<SectionProps>, ...Right[]]>
>;

type SectionId = keyof typeof sections;
const sectionIds: readonly SectionId[] = keysOf(sections);
const rightsOf = (id: SectionId): readonly Right[] => sections[id].slice(2) as readonly Right[];
const groups = ['shop', 'platform', 'print', 'import', 'logistics', 'program', 'diagnostics'] as const;
const isSection = (text: string | undefined): text is SectionId => sectionIds.some((id) => id === text);

/** Everything that is set once: who sends, with which accounts, onto which printers, by which rules. */
export function SettingsScreen({ focus, step }: { readonly focus: PlaceFocus; readonly step: number }) {
  const { t } = useTranslation();
  const requested = isSection(focus.section) ? focus.section : undefined;
  const hasRights = useHasRights();
  const firstOpen = sectionIds.find((id) => hasRights(rightsOf(id))) ?? 'security';
  const [section, setSection] = usePlaceState<SectionId>(requested, step, firstOpen);
  const settings = useQuery(ask.settings.get.queryOptions()).data;
  const save = useSaveSettings();
  const shown = sections[section][1];
  const missing = useMissingRight(rightsOf(section));
  const Shown: ComponentType<SectionProps> = shown;
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{t('screen.settings')}</h1>
      </header>
      <div className="beside">
        <SectionNav section={section} onChoose={setSection} />
        <div className="settings-body">
          {missing === null && settings !== undefined && (
            <Shown settings={settings} save={save} tab={focus.tab} />
          )}
          {missing !== null && <RightNeeded {...missing} />}
        </div>
      </div>
    </div>
  );
}

interface SectionNavProps {
  readonly section: SectionId;
  onChoose(section: SectionId): void;
}

/** The arrows walk over the sections and Enter opens one, so that Tab leads on to what is set in it. */
function walkSections(event: KeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.indexOf(document.activeElement as HTMLButtonElement);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, all.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: all.length - 1,
  };
  const next = steps[event.key];
  if (next === undefined || at < 0) return;
  event.preventDefault();
  all[next]?.focus();
}

/** The sections by group; what is typed leaves those it fits, by name or by what is set there, and Enter opens the first. */
function SectionNav({ section, onChoose }: SectionNavProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const fits = (id: SectionId): boolean =>
    `${t(`settings.section.${id}`)} ${t(`settings.find.${id}`)} ${t(`settings.group.${sections[id][0]}`)}`
      .toLowerCase()
      .includes(wanted);
  const found = sectionIds.filter(fits);
  const first = found[0];
  const entry = found.includes(section) ? section : first;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || wanted === '' || first === undefined)
      return;
    event.preventDefault();
    onChoose(first);
    setTyped('');
  };
  return (
    <div className="settings-side">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field opens what was found first */}
      <div onKeyDown={onKeyDown}>
        <SearchField label={t('settings.search')} value={typed} onChange={setTyped} />
      </div>
      <nav className="settings-nav" aria-label={t('screen.settings')} onKeyDown={walkSections}>
        {groups
          .map((group) => [group, found.filter((id) => sections[id][0] === group)] as const)
          .filter(([, ids]) => ids.length > 0)
          .map(([group, ids]) => (
            <section key={group} aria-labelledby={`settings-${group}`}>
              <p id={`settings-${group}`} className="settings-group">
                {t(`settings.group.${group}`)}
              </p>
              {ids.map((id) => (
                <button
                  key={id}
                  type="button"
                  aria-current={id === section ? 'true' : undefined}
                  tabIndex={id === entry ? 0 : -1}
                  onClick={() => onChoose(id)}
                >
                  {t(`settings.section.${id}`)}
                </button>
              ))}
            </section>
          ))}
        {first === undefined && <p className="soft small settings-group">{t('settings.searchNone')}</p>}
      </nav>
    </div>
  );
}

/** Saves part of the settings and shows them as saved at once. */
function useSaveSettings() {
  const { t } = useTranslation();
  return useAct((change: Parameters<typeof core.settings.set>[0]) => core.settings.set(change), {
    // Language and theme changed before the eyes.
    says: (_, change) => ('theme' in change || 'language' in change ? null : t('settings.saved')),
    after: (saved) => queryClient.setQueryData(ask.settings.get.queryKey(), saved),
  });
}

/** Language, theme, and when keys are on the buttons; each changes at once. */
function LookSection({ settings, save }: SectionProps) {
  const { t } = useTranslation();
  const { isAlways } = useKeySigns();
  return (
    <Section title={t('settings.section.look')}>
      <div className="panel panel-pad stack">
        <ChoiceField
          label={t('settings.language')}
          value={settings.language}
          choices={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`languageName.${value}`) }))}
          onChange={(language) => save.mutate({ language })}
        />
        <ChoiceField
          label={t('settings.theme')}
          value={settings.theme}
          choices={choicesOf(['system', 'light', 'dark'], (value) => t(`settings.themeName.${value}`))}
          onChange={(theme) => save.mutate({ theme })}
        />
        <ChoiceField
          label={t('settings.keySigns')}
          value={isAlways ? 'always' : 'asked'}
          choices={choicesOf(['asked', 'always'], (value) => t(`settings.keySignsName.${value}`))}
          onChange={(value) => useKeySigns.setState({ isAlways: value === 'always' })}
        />
        <RowSizeField />
        <AutostartField />
      </div>
    </Section>
  );
}

/** What protects the data, and the lock. */
function SecuritySection() {
  const { t } = useTranslation();
  const session = useQuery(ask.session.state.queryOptions()).data;
  const divisions = useQuery(ask.settings.divisions.queryOptions()).data;
  const lock = useAct(() => core.session.lock(), {
    after: (locked) => queryClient.setQueryData(ask.session.state.queryKey(), locked),
  });
  const facts = [
    [t('settings.workspaceKind'), t(session?.isPractice ? 'welcome.practice' : 'welcome.real')],
    [t('settings.keyStore'), t(session?.hasKeyStore ? 'settings.keyStoreYes' : 'settings.keyStoreNo')],
    [t('settings.version'), session?.version ?? ''],
    [t('settings.divisions'), divisions === undefined ? '' : t('settings.divisionsAsOf', divisions)],
  ] as const;
  return (
    <Section title={t('settings.section.security')}>
      <PlaceNotice />
      <div className="panel panel-pad stack">
        <Facts facts={facts} />
        <p className="soft small">{t('settings.lockNote')}</p>
        <div>
          <Button icon="lock" {...lock.press()}>
            {t('settings.lock')}
          </Button>
        </div>
      </div>
      <AutoLockPanel />
    </Section>
  );
}
