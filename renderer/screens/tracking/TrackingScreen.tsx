import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListTable } from '../../work/ListTable.tsx';
import { useAct } from '../../work/useAct.ts';
import './tracking.css';
import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import { type TrackingState, trackingStates } from '../../../shared/domain/tracking.ts';
import { core } from '../../bridge/core.ts';
import { type TrackFilter, trackQueries } from '../../bridge/queries/shipQueries.ts';
import { useWindowRows } from '../../bridge/windowRows.ts';
import { Button } from '../../parts/Button.tsx';
import { FilterChips } from '../../parts/FilterChips.tsx';
import { SearchField } from '../../parts/form/TextField.tsx';
import { go, type PlaceFocus } from '../../parts/place.ts';
import { ColumnChooser } from '../../parts/table/ColumnChooser.tsx';
import { useDescribe } from '../../words/describe.ts';
import { TrackDetail } from './TrackDetail.tsx';
import { useTrackColumns } from './useTrackColumns.tsx';

/** `all` shows every waybill; `exception` those with something wrong, whatever their state. */
type TrackFilterId = 'all' | 'exception' | TrackingState;

const isTrackFilter = (text: string | undefined): text is TrackFilterId =>
  ['all', 'exception', ...trackingStates].includes(text ?? '');

const waybillOf = (row: TrackRow): string => row.waybillNo;

/** Asks the platform for one waybill, or for all that are due, and says how it went. */
function useRefresh() {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useAct((waybillNos: string[]) => core.track.refresh({ waybillNos }), {
    says: ({ refreshed, failed, errorCode }) =>
      failed > 0
        ? {
            tone: 'failed',
            says: t('track.refreshFailed', { count: failed }),
            next: describe(errorCode).says,
            code: errorCode,
          }
        : t('track.refreshed', { count: refreshed }),
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
  const showAll = (): void => {
    setState('all');
    setSearch('');
  };
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
      <ListTable
        tableId="track"
        label={t('screen.track')}
        columns={columns}
        rows={rows}
        activeKey={activeNo}
        rowKey={waybillOf}
        onActivate={(row) => setActiveNo(row.waybillNo)}
        nothing={
          isFiltered
            ? { icon: 'track', title: t('track.noneFound'), act: { label: t('track.showAll'), run: showAll } }
            : {
                icon: 'track',
                title: t('track.empty'),
                note: t('track.emptyNote'),
                act: { label: t('track.toShip'), isMain: true, run: () => go('ship') },
              }
        }
      >
        {activeNo !== null && (
          <TrackDetail
            key={activeNo}
            waybillNo={activeNo}
            refresh={refresh}
            onClose={() => setActiveNo(null)}
          />
        )}
      </ListTable>
    </div>
  );
}
