import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Right } from '../../../shared/domain/operator.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { RightNeeded } from '../../parts/EmptyState.tsx';
import type { PlaceFocus } from '../../parts/place.ts';
import { Tabs } from '../../parts/Tabs.tsx';
import { usePlaceState } from '../../parts/usePlaceState.ts';
import { OneNotice } from '../../work/UnreadNotice.tsx';
import { type InsightTabId, type InsightTabProps, insightTabIds, insightTabs } from './insightTabs.ts';
import { WallButton } from './wall/WallMode.tsx';
import './insight.css';

const isTab = (text: string | undefined): text is InsightTabId => insightTabIds.some((id) => id === text);

/** What the work came to: today, over time, by platform and by carrier. Every tab is one line of `insightTabs`. */
export function InsightScreen({ focus, step }: { readonly focus: PlaceFocus; readonly step: number }) {
  const { t } = useTranslation();
  const [tab, setTab] = usePlaceState<InsightTabId>(isTab(focus.tab) ? focus.tab : undefined, step, 'board');
  const [shown, ...rights]: readonly [ComponentType<InsightTabProps>, ...Right[]] = insightTabs[tab];
  const missing = useMissingRight(rights);
  const Shown = shown;
  return (
    <div className="screen insight">
      <header className="screen-head">
        <h1>{t('screen.insight')}</h1>
        <Tabs
          label={t('screen.insight')}
          tabs={insightTabIds.map((id) => ({ id, label: t(`insight.tab.${id}`) }))}
          chosen={tab}
          onChoose={setTab}
        />
        {tab === 'board' && missing === null && <WallButton />}
      </header>
      <div className="insight-body" role="tabpanel" aria-label={t(`insight.tab.${tab}`)}>
        {missing === null ? (
          <OneNotice key={tab}>
            <Shown focus={focus} step={step} />
          </OneNotice>
        ) : (
          <RightNeeded {...missing} />
        )}
      </div>
    </div>
  );
}
