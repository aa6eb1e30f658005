import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './returns.css';
import type { ReturnRow } from '../../../../shared/contracts/tracking/parcelCare.ts';
import {
  openReturnStandings,
  type ReturnStanding,
  returnStandings,
} from '../../../../shared/domain/cases/parcelCare.ts';
import { ask } from '../../../bridge/core.ts';
import { useWindowRows } from '../../../bridge/windowRows.ts';
import { FilterChips } from '../../../parts/FilterChips.tsx';
import { SearchField } from '../../../parts/form/TextField.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { letters } from '../../../parts/letters.ts';
import { usePlaceState } from '../../../parts/usePlaceState.ts';
import { ListTable } from '../../../work/ListTable.tsx';
import { ExpectReturn } from './ExpectReturn.tsx';
import { ReturnPane } from './ReturnPane.tsx';
import { ScanReturn } from './ScanReturn.tsx';
import { standingTone, useReturnColumns } from './useReturnColumns.tsx';

type Shown = ReturnStanding | 'open';
const waybillOf = (row: ReturnRow): string => row.waybillNo;

/** Chips with how many there are; what is done with is always a press away. */
function useStandings(shown: Shown) {
  const { t } = useTranslation();
  const counts = useQuery(ask.parcelCare.returnCounts.queryOptions()).data;
  const open = counts && openReturnStandings.reduce((sum, standing) => sum + counts[standing], 0);
  const choices = [
    { id: 'open' as const, label: t('returns.open'), count: open },
    ...returnStandings
      .filter((id) => id === shown || id === 'received' || (counts?.[id] ?? 0) > 0)
      .map((id) => ({
        id,
        label: t(`returns.standing.${id}`),
        count: counts?.[id],
        ...(standingTone[id] === 'failed' ? { tone: 'failed' as const } : {}),
      })),
  ];
  const isNothing = counts !== undefined && returnStandings.every((standing) => counts[standing] === 0);
  return { choices, isNothing };
}

interface ReturnsPageProps {
  /** The standing that whoever opened it means. */
  readonly led: string | undefined;
  readonly step: number;
  onBack(): void;
}

/** Parcels that come back: announced, on their way, here, and whose they are. A scan takes one in. */
export function ReturnsPage({ led, step, onBack }: ReturnsPageProps) {
  const { t } = useTranslation();
  const [shown, setShown] = usePlaceState<Shown>(
    returnStandings.find((standing) => standing === led),
    step,
    'open',
  );
  const [search, setSearch] = useState('');
  const [active, setActive] = useState<ReturnRow | null>(null);
  const [isExpecting, setExpecting] = useState(false);
  const searched = useDeferredValue(search.trim());
  const { choices, isNothing } = useStandings(shown);
  const rows = useWindowRows(ask.parcelCare.returns, {
    ...(shown === 'open' ? {} : { standing: shown }),
    ...(searched === '' ? {} : { search: searched }),
  });
  const columns = useReturnColumns();
  const clear = (): void => {
    setSearch('');
    setShown('open');
  };
  const isNarrow = searched !== '' || shown !== 'open';
  return (
    <section className="returns" aria-label={t('returns.title')}>
      <header className="screen-head">
        <h1>{t('returns.title')}</h1>
        <SearchField label={t('returns.search')} value={search} onChange={setSearch} />
        <span className="grow" />
        <KeyButton icon="plus" combo={letters.add} onPress={() => setExpecting(true)}>
          {t('returns.expect')}
        </KeyButton>
        {active === null && !isExpecting && (
          <KeyButton combo="Escape" onPress={onBack}>
            {t('common.backToList')}
          </KeyButton>
        )}
      </header>
      <ScanReturn />
      {isExpecting && <ExpectReturn onClose={() => setExpecting(false)} />}
      <FilterChips label={t('returns.filters')} choices={choices} chosen={shown} onChoose={setShown} />
      <ListTable
        tableId="returns"
        label={t('returns.title')}
        columns={columns}
        rows={rows}
        activeKey={active?.waybillNo ?? null}
        rowKey={waybillOf}
        onActivate={setActive}
        nothing={
          isNothing
            ? {
                icon: 'undo',
                title: t('returns.none'),
                note: t('returns.noneNote'),
                act: { label: t('returns.expect'), run: () => setExpecting(true) },
              }
            : isNarrow
              ? {
                  icon: 'search',
                  title: t('returns.noneFound'),
                  act: { label: t('returns.showOpen'), run: clear },
                }
              : { icon: 'check', title: t('returns.allDone'), note: t('returns.allDoneNote') }
        }
      >
        {active !== null && (
          <ReturnPane key={active.waybillNo} row={active} onClose={() => setActive(null)} />
        )}
      </ListTable>
    </section>
  );
}
