import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLed } from '../../parts/useLed.ts';
import { ListTable } from '../../work/ListTable.tsx';
import { type Act, useAct } from '../../work/useAct.ts';
import './tracking.css';
import { type TrackingState, trackingStates } from '../../../shared/domain/tracking.ts';
import { ask, core } from '../../bridge/core.ts';
import { failureIn } from '../../bridge/failureOf.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { useWindowRows } from '../../bridge/windowRows.ts';
import { Button } from '../../parts/Button.tsx';
import { DetailPane } from '../../parts/DetailPane.tsx';
import { FilterChips } from '../../parts/FilterChips.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { SearchField } from '../../parts/form/TextField.tsx';
import { go, type PlaceFocus } from '../../parts/place.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { ColumnChooser } from '../../parts/table/ColumnChooser.tsx';
import { useDescribe } from '../../words/describe.ts';
import { Moment } from '../../work/Moment.tsx';
import { trackTone, useTrackColumns } from './useTrackColumns.tsx';

/** `all` shows every waybill; `exception` those with something wrong, whatever their state. */
type TrackFilterId = 'all' | 'exception' | TrackingState;

const isTrackFilter = (text: string | undefined): text is TrackFilterId =>
  ['all', 'exception', ...trackingStates].includes(text ?? '');

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

/** Where every parcel is, how old that knowledge is, and which need a person. */
export function TrackingScreen({ focus, step }: { readonly focus: PlaceFocus; readonly step: number }) {
  const { t } = useTranslation();
  const led = isTrackFilter(focus.filter) ? focus.filter : undefined;
  const [state, setState] = useLed<TrackFilterId>(led, step, 'all');
  const [activeNo, setActiveNo] = useLed<string | null>(focus.waybillNo, step, null);
  const [search, setSearch] = useState(focus.search ?? '');
  const searched = useDeferredValue(search.trim());
  const rows = useWindowRows(ask.track.window, {
    ...(state === 'all' ? {} : { state }),
    ...(searched === '' ? {} : { search: searched }),
  });
  const counts = useQuery(ask.track.counts.queryOptions()).data;
  const refresh = useRefresh();
  const columns = useTrackColumns();
  const ids: readonly TrackFilterId[] = [
    'all',
    'exception',
    ...trackingStates.filter((id) => (counts?.[id] ?? 0) > 0 || id === state),
  ];
  const choices = ids.map((id) => ({
    id,
    label: id === 'all' ? t('common.all') : id === 'exception' ? t('track.exception') : t(`tracking.${id}`),
    count: counts?.[id] ?? 0,
    ...(id === 'exception' || id === 'problem' ? { tone: 'failed' as const } : {}),
  }));
  const showAll = (): void => {
    setState('all');
    setSearch('');
  };
  const toAll = { label: t('common.showAll'), run: showAll };
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
      <FilterChips label={t('common.byState')} choices={choices} chosen={state} onChoose={setState} />
      <ListTable
        tableId="track"
        label={t('screen.track')}
        columns={columns}
        rows={rows}
        activeKey={activeNo}
        rowKey={(row) => row.waybillNo}
        onActivate={(row) => setActiveNo(row.waybillNo)}
        nothing={
          state !== 'all' || searched !== ''
            ? { icon: 'track', title: t('track.noneFound'), act: toAll }
            : {
                icon: 'track',
                title: t('track.empty'),
                note: t('track.emptyNote'),
                act: { label: t('common.toShip'), isMain: true, run: () => go('ship') },
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

interface TrackDetailProps {
  readonly waybillNo: string;
  readonly refresh: Pick<Act<unknown, string[]>, 'press'>;
  onClose(): void;
}

/** One parcel's way, newest first, and when that was last asked. */
function TrackDetail({ waybillNo, refresh, onClose }: TrackDetailProps) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const detail = useQuery(ask.track.detail.queryOptions({ input: { waybillNo } }));
  const parcel = detail.data;
  return (
    <DetailPane
      label={t('track.detail')}
      head={<strong className="number selectable grow">{waybillNo}</strong>}
      failure={failureIn(detail)}
      onClose={onClose}
    >
      {parcel !== undefined && (
        <>
          <div className="line">
            <StateMark tone={trackTone(parcel)} label={t(`tracking.${parcel.state}`)} />
            <span className="soft small">{carrierName(parcel.carrier)}</span>
          </div>
          {parcel.exception !== '' && (
            <Notice
              tone="failed"
              title={t(`exception.${parcel.exception}`, { defaultValue: t('exception.other') })}
              next={t('exception.next')}
              code={parcel.exception}
            />
          )}
          <div className="line">
            <Button size="small" icon="refresh" {...refresh.press([waybillNo])}>
              {t('track.refreshOne')}
            </Button>
            <Button size="small" icon="ship" onPress={() => go('ship', { search: waybillNo, filter: 'all' })}>
              {t('common.toOrder')}
            </Button>
          </div>
          <p className="soft small">
            {parcel.checkedAt === null ? (
              t('track.neverAsked')
            ) : (
              <>
                {t('track.asked')} <Moment at={parcel.checkedAt} as="age" />
              </>
            )}
          </p>
          {parcel.events.length === 0 ? (
            <p className="soft">{t('track.noEvents')}</p>
          ) : (
            <ol className="plain-list track-line">
              {[...parcel.events].reverse().map(({ at, text, location, status }) => (
                <li key={`${at}-${text}`}>
                  <span className="track-dot" aria-hidden="true" />
                  <div>
                    <p>{text}</p>
                    <p className="soft small">
                      <Moment at={at} /> {[location, t(`tracking.${status}`)].filter(Boolean).join(' · ')}
                    </p>
                  </div>
                </li>
              ))}
            </ol>
          )}
        </>
      )}
    </DetailPane>
  );
}
