import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import { trackingStates } from '../../../shared/domain/tracking.ts';
import {
  groupOfState,
  type PassedParcels,
  type TrackingGroup,
  trackingGroups,
} from '../../../shared/domain/trackingGroup.ts';
import { ask } from '../../bridge/core.ts';
import { useFirstRows, useTicks, useWindowRows } from '../../bridge/windowRows.ts';
import { Button } from '../../parts/Button.tsx';
import { FilterChips } from '../../parts/FilterChips.tsx';
import { SearchField } from '../../parts/form/TextField.tsx';
import { formatCount } from '../../parts/format.ts';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { lettersOf } from '../../parts/letters.ts';
import { go, type PlaceFocus } from '../../parts/place.ts';
import { ColumnChooser } from '../../parts/table/ColumnChooser.tsx';
import { usePlaceState } from '../../parts/usePlaceState.ts';
import { AnswerState } from '../../work/AnswerState.tsx';
import { ListTable } from '../../work/ListTable.tsx';
import { MarkChip } from '../../work/MarkChip.tsx';
import { useNarrowedBy } from '../../work/narrowedBy.ts';
import { useTickedPart } from '../../work/tickedPart.ts';
import { OneNotice } from '../../work/UnreadNotice.tsx';
import { useAskAgain } from './askAgain.ts';
import { CaseList } from './cases/CaseList.tsx';
import { ExportParcels } from './ExportParcels.tsx';
import { FollowDialog } from './follow/FollowDialog.tsx';
import { ParcelBatch } from './ParcelBatch.tsx';
import { ParcelPane } from './ParcelPane.tsx';
import { PassedChip, usePassedWords } from './PassedChip.tsx';
import { ReturnsButton } from './returns/ReturnsButton.tsx';
import { ReturnsPage } from './returns/ReturnsPage.tsx';
import { useTrackColumns } from './useTrackColumns.tsx';

/** Parcels by group, and before them what somebody has to deal with. */
const tabs = ['cases', ...trackingGroups] as const;
type TrackTab = (typeof tabs)[number];

/** The tab that whoever leads here means: a group, or the one of a state. */
function tabOf(filter: string | undefined): TrackTab | undefined {
  const state = trackingStates.find((known) => known === filter);
  return tabs.find((known) => known === filter) ?? (state && groupOfState(state));
}

/** Nothing a person would call otherwise than a waybill number. */
const looksLikeNumber = /^[A-Z0-9-]{8,40}$/i;

const waybillOf = (row: TrackRow): string => row.waybillNo;
const troubled: readonly TrackTab[] = ['cases', 'stuck', 'exception', 'problem', 'returning'];

/** Tabs that hold something, those that need a person first; the first of them is where the day begins. */
function useTabs(chosen: TrackTab | null) {
  const { t } = useTranslation();
  const grouped = useQuery(ask.track.counts.queryOptions());
  const counted = useQuery(ask.cases.counts.queryOptions());
  // The day mostly begins with them, as the counts will say.
  useFirstRows(ask.cases.window, {}, chosen === null);
  const groups = grouped.data;
  const cases = counted.data;
  /** What could not be counted is not nought: everything is shown then, and why. */
  const failed = [grouped, counted].find(({ error }) => error !== null) ?? null;
  const counts: Partial<Record<TrackTab, number>> = { ...groups, ...(cases && { cases: cases.open }) };
  const first = tabs.find((id) => (counts[id] ?? 0) > 0) ?? 'all';
  const tab = chosen ?? first;
  const choices = tabs
    .filter((id) => id === 'all' || id === tab || (counts[id] ?? 0) > 0)
    .map((id) => ({
      id,
      label: id === 'all' ? t('common.all') : id === 'cases' ? t('caseWork.tab') : t(`track.group.${id}`),
      count: counts[id],
      ...(troubled.includes(id) ? { tone: 'failed' as const } : {}),
      ...(id === 'signed' ? { isBeside: true } : {}),
    }));
  return {
    tab,
    choices,
    failed,
    isKnown: chosen !== null || failed !== null || (groups !== undefined && cases !== undefined),
  };
}

/** What a mark of the board counts: parcels by a step of their way, or those that are due to be asked about. */
type Mark = PassedParcels | 'due';

const parcelFilter = (group: TrackingGroup, searched: string, mark: Mark | null) => ({
  ...(group === 'all' ? {} : { group }),
  ...(mark === 'due' ? { isDue: true } : mark === null ? {} : { passed: mark }),
  ...(searched === '' ? {} : { search: searched }),
});

/** What narrows a tab, in words: a mark of the board, and what is searched for. */
function useNarrowing(): (mark: Mark | null, searched: string) => string {
  const { t } = useTranslation();
  const passedWords = usePassedWords();
  return (mark, searched) =>
    [
      mark === null ? '' : mark === 'due' ? t('track.due') : passedWords(mark),
      searched === '' ? '' : t('exporting.found', { search: searched }),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** Where every parcel is, how long it stands still, how old that knowledge is, and which need a person. */
export function TrackingScreen({ focus, step }: { readonly focus: PlaceFocus; readonly step: number }) {
  const { t } = useTranslation();
  const ledMark: Mark | null = focus.due === true ? 'due' : (focus.passed ?? null);
  const isLedToOne = focus.waybillNo !== undefined || focus.search !== undefined || ledMark !== null;
  const led = tabOf(focus.filter) ?? (isLedToOne ? 'all' : undefined);
  const [chosen, setChosen] = usePlaceState<TrackTab | null>(led, step, null);
  const [activeNo, setActiveNo] = usePlaceState<string | null>(focus.waybillNo, step, null);
  const [search, setSearch] = usePlaceState(focus.search, step, '');
  /** null: no mark of the board led here. */
  const [mark, setMark] = usePlaceState<Mark | null>(ledMark, step, null);
  const searched = useDeferredValue(search.trim());
  const { tab, choices, failed, isKnown } = useTabs(chosen);
  /** What the dialog of new numbers begins with; null: it is closed. */
  const [pasted, setPasted] = useState<string | null>(null);
  const [isReturns, setReturns] = usePlaceState(focus.section === 'returns', step, false);
  const askAgain = useAskAgain();
  const columns = useTrackColumns();
  const narrowedBy = useNarrowing();
  const choose = (to: TrackTab): void => {
    setMark(null);
    setChosen(to);
  };
  const showAll = (): void => {
    choose('all');
    setSearch('');
  };
  if (isReturns)
    return (
      <div className="screen">
        <ReturnsPage led={focus.filter} step={step} onBack={() => setReturns(false)} />
      </div>
    );
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{t('screen.track')}</h1>
        <SearchField label={t('track.search')} value={search} onChange={setSearch} />
        <span className="grow" />
        <ReturnsButton onPress={() => setReturns(true)} />
        <KeyButton icon="plus" combo={lettersOf.track.paste} onPress={() => setPasted('')}>
          {t('follow.open')}
        </KeyButton>
        <Button icon="refresh" {...askAgain.press([])}>
          {t('track.refreshDue')}
        </Button>
        {tab !== 'cases' && (
          <>
            <ExportParcels
              filter={parcelFilter(tab, searched, mark)}
              listName={choices.find(({ id }) => id === tab)?.label ?? ''}
              narrowed={narrowedBy(mark, searched)}
            />
            <ColumnChooser tableId="track" columns={columns} />
          </>
        )}
      </header>
      <OneNotice>
        {failed !== null && <AnswerState answer={failed} />}
        <FilterChips label={t('track.groups')} choices={choices} chosen={tab} onChoose={choose} />
        {mark === 'due' && <MarkChip words={t('track.due')} onRemove={() => setMark(null)} />}
        {mark !== null && mark !== 'due' && <PassedChip passed={mark} onRemove={() => setMark(null)} />}
        {isKnown && tab === 'cases' && (
          <CaseList
            {...{ searched, activeNo }}
            ledKind={focus.caseKind}
            step={step}
            onActivate={setActiveNo}
            onDone={() => choose('moving')}
          />
        )}
        {isKnown && tab !== 'cases' && (
          <ParcelList
            {...{ group: tab, searched, mark, columns, askAgain, showAll, activeNo }}
            onActivate={setActiveNo}
            onFollow={setPasted}
          />
        )}
      </OneNotice>
      {pasted !== null && (
        <FollowDialog
          text={pasted}
          onFollowed={() => {
            setPasted(null);
            choose('awaiting');
          }}
          onClose={() => setPasted(null)}
        />
      )}
    </div>
  );
}

interface ParcelListProps {
  readonly group: TrackingGroup;
  readonly searched: string;
  readonly mark: Mark | null;
  readonly columns: ReturnType<typeof useTrackColumns>;
  readonly askAgain: ReturnType<typeof useAskAgain>;
  readonly activeNo: string | null;
  onActivate(waybillNo: string | null): void;
  showAll(): void;
  /** Begins to follow a number that is not here. */
  onFollow(number: string): void;
}

/** The parcels of a tab, one of them beside the list, and what is done with the ticked ones. */
function ParcelList(props: ParcelListProps) {
  const { group, searched, mark, columns, askAgain, activeNo, onActivate } = props;
  const { t } = useTranslation();
  const rows = useWindowRows(ask.track.window, parcelFilter(group, searched, mark));
  const { ticks } = useTicks(rows, waybillOf, useTickedPart());
  const narrowedBy = useNarrowedBy();
  const passedWords = usePassedWords();
  const isNarrow = group !== 'all' || searched !== '' || mark !== null;
  const act =
    group === 'all' && looksLikeNumber.test(searched)
      ? { label: t('follow.thisOne', { number: searched }), run: () => props.onFollow(searched) }
      : { label: t('common.showAll'), run: props.showAll };
  const filters = [
    group === 'all' ? '' : t(`track.group.${group}`),
    mark === null ? '' : mark === 'due' ? t('track.due') : passedWords(mark),
  ];
  const nothing = isNarrow
    ? { icon: 'search' as const, title: t('track.noneFound'), note: narrowedBy(filters, searched), act }
    : {
        icon: 'track' as const,
        title: t('track.empty'),
        note: t('track.emptyNote'),
        act: { label: t('common.toShip'), isMain: true, run: () => go('ship') },
      };
  return (
    <>
      <ListTable
        tableId="track"
        label={t('screen.track')}
        columns={columns}
        rows={rows}
        ticks={ticks}
        activeKey={activeNo}
        rowKey={waybillOf}
        onActivate={(row) => onActivate(row.waybillNo)}
        countWords={(count) => t('table.parcels', { count, shown: formatCount(count) })}
        nothing={nothing}
      >
        {activeNo !== null && (
          <ParcelPane key={activeNo} waybillNo={activeNo} onClose={() => onActivate(null)} />
        )}
      </ListTable>
      {ticks.rows.size > 0 && (
        <ParcelBatch waybillNos={[...ticks.rows.keys()]} askAgain={askAgain} onClear={ticks.clear} />
      )}
    </>
  );
}
