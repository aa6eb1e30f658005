import { useTranslation } from 'react-i18next';
import { usePlace } from '../../parts/place.ts';
import { Section, type SectionProps } from '../../parts/Section.tsx';
import { Tabs } from '../../parts/Tabs.tsx';
import { usePlaceState } from '../../parts/usePlaceState.ts';
import './platformRecord.css';
import { RecordTab } from './RecordTab.tsx';
import { RequirementsTab } from './RequirementsTab.tsx';
import { SetUpTab } from './SetUpTab.tsx';

const tabIds = ['setUp', 'list', 'platform'] as const;
type TabId = (typeof tabIds)[number];

const shown = { setUp: SetUpTab, list: RequirementsTab, platform: RecordTab } as const;

/** What the shop needs of platforms, what is known of them, and how far it is on its way to everyday work. */
export function PlatformRecordSection({ tab }: SectionProps) {
  const { t } = useTranslation();
  const step = usePlace(({ place }) => place.step);
  const [chosen, setChosen] = usePlaceState<TabId>(
    tabIds.find((id) => id === tab),
    step,
    'setUp',
  );
  const Shown = shown[chosen];
  return (
    <Section
      title={t('settings.section.platformRecord')}
      beside={
        <Tabs
          label={t('settings.section.platformRecord')}
          tabs={tabIds.map((id) => ({ id, label: t(`record.tabs.${id}`) }))}
          chosen={chosen}
          onChoose={setChosen}
        />
      }
    >
      <Shown />
    </Section>
  );
}
