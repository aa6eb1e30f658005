import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../work/useAct.ts';
import './tracking.css';
import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import { type TrackingState, trackingStates } from '../../../shared/domain/tracking.ts';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { pageBridge } from '../../bridge/page.ts';
import { type TrackFilter, trackQueries } from '../../bridge/queries/shipQueries.ts';
import { useWindowRows } from '../../bridge/windowRows.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FilterChips } from '../../parts/FilterChips.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { SearchField } from '../../parts/form/TextField.tsx';
import { go, type PlaceFocus } from '../../parts/place.ts';
import { ColumnChooser } from '../../parts/table/ColumnChooser.tsx';
import { VirtualTable } from '../../parts/table/VirtualTable.tsx';
import { useDescribe } from '../../words/describe.ts';
import { TrackDetail } from './TrackDetail.tsx';
import { useTrackColumns } from './useTrackColumns.tsx';

/** `all` shows every waybill; `exception` those with something wrong, whatever their state. */
type TrackFilterId = 'all' | 'exception' | TrackingState;

const isTrackFilter = (text: string | undefined): text is TrackFilterId =>
  ['all', 'exception', ...trackingStates].includes(text ?? '');

const waybillOf = (row: TrackRow): string => row.waybillNo;

/** Asks the platform for one waybill, or for all that are due, and says how it went. */
export function useRefresh() {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useAct((waybillNos: string[]) => core.track.refresh({ waybillNos }), {
    after: ({ refreshed, failed, errorCode }) => {
      if (failed > 0)
        say({
          tone: 'failed',
          says: t('track.refreshFailed', { count: failed }),
          next: describe(errorCode).says,
          code: errorCode,
        });
      else say({ tone: 'done', says: t('track.refreshed', { count: refreshed }) });
    },
  });
}

function useTrackFilter(focus: PlaceFocus, step: number) {
  const [state, setState] = useState<TrackFilterId>(isTrackFilter(focus.filter) ? focus.filter : 'all');
  const [search, setSearch] = useState(focus.search ?? '');
  const [activeNo, setActiveNo] = useState<string | null>(focus.waybillNo ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `step` says that somebody led here again
  useEffect(() => {
    if (isTrackFilter(focus.filter)) setState(focus.filter);
    if (focus.waybillNo !== undefined) setActiveNo(focus.waybillNo);
  }, [step]);
  return { state, setState, search, setSearch, activeNo, setActiveNo };
}

function NothingTracked({ isFiltered, onAll }: { readonly isFiltered: boolean; onAll(): void }) {
  const { t } = useTranslation();
  return isFiltered ? (
    <EmptyState icon="track" title={t('track.noneFound')}>
      <Button onPress={onAll}>{t('track.showAll')}</Button>
    </EmptyState>
  ) : (
    <EmptyState icon="track" title={t('track.empty')}>
      <p>{t('track.emptyNote')}</p>
      <Button look="primary" onPress={() => go('ship')}>
        {t('track.toShip')}
      </Button>
    </EmptyState>
  );
}

/** Where every parcel is, how old that knowledge is, and which need a person. */
export function TrackingScreen({ focus, step }: { readonly focus: PlaceFocus; readonly step: number }) {
  const { t } = useTranslation();
  const { state, setState, search, setSearch, activeNo, setActiveNo } = useTrackFilter(focus, step);
  const searched = useDeferredValue(search.trim());
  const list = useMemo(() => {
    const filter: TrackFilter = {
      ...(state === 'all' ? {} : { state }),
      ...(searched === '' ? {} : { search: searched }),
    };
    return trackQueries.list(filter);
  }, [state, searched]);
  const rows = useWindowRows(list);
  const counts = useQuery(trackQueries.counts()).data;
  const refresh = useRefresh();
  const columns = useTrackColumns();
  const ids: readonly TrackFilterId[] = [
    'all',
    'exception',
    ...trackingStates.filter((id) => (counts?.[id] ?? 0) > 0 || id === state),
  ];
  const choices = ids.map((id) => ({
    id,
    label: id === 'all' ? t('track.all') : id === 'exception' ? t('track.exception') : t(`tracking.${id}`),
    count: counts?.[id] ?? 0,
    ...(id === 'exception' || id === 'problem' ? { tone: 'failed' as const } : {}),
  }));
  const isFiltered = state !== 'all' || searched !== '';
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{t('screen.track')}</h1>
        <SearchField label={t('track.search')} value={search} onChange={setSearch} />
        <span className="grow" />
        <Button icon="refresh" {...refresh.press([])}>
          {t('track.refreshDue')}
        </Button>
        <ColumnChooser tableId="track" columns={columns} />
      </header>
      <FilterChips
        label={t('track.filters')}
        choices={choices}
        chosen={state}
        onChoose={(id) => isTrackFilter(id) && setState(id)}
      />
      {rows.error !== null && <FailureNotice failure={failureOf(rows.error)} />}
      <div className="beside">
        <VirtualTable
          tableId="track"
          label={t('screen.track')}
          columns={columns}
          rows={rows}
          activeKey={activeNo}
          rowKey={waybillOf}
          onActivate={(row) => setActiveNo(row.waybillNo)}
          onCopy={(text) => void pageBridge().copyText(text)}
          empty={
            <NothingTracked
              isFiltered={isFiltered}
              onAll={() => {
                setState('all');
                setSearch('');
              }}
            />
          }
        />
        {activeNo !== null && (
          <TrackDetail
            key={activeNo}
            waybillNo={activeNo}
            refresh={refresh}
            onClose={() => setActiveNo(null)}
          />
        )}
      </div>
    </div>
  );
}
