import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../../shared/contracts/settingsContract.ts';
import { pageBridge } from '../../bridge/pageBridge.ts';
import { type CallRow, settingsQueries } from '../../bridge/queries/settingsQueries.ts';
import { useNow } from '../../bridge/useNow.ts';
import { useWindowRows } from '../../bridge/useWindowRows.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { useDescribe } from '../../parts/feedback/useDescribe.ts';
import { SearchField } from '../../parts/form/SearchField.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { ColumnChooser } from '../../parts/table/ColumnChooser.tsx';
import type { TableColumn } from '../../parts/table/tableColumn.ts';
import { VirtualTable } from '../../parts/table/VirtualTable.tsx';
import { When } from '../../parts/When.tsx';
import { usePlatformName } from './usePlatformName.ts';

const certaintyTone = { happened: 'done', 'did-not-happen': 'failed', unknown: 'unsure' } as const;

function useCallColumns(): readonly TableColumn<CallRow>[] {
  const { t } = useTranslation();
  const now = useNow();
  const describe = useDescribe();
  const platformName = usePlatformName();
  return useMemo(() => {
    const plain = (
      id: string,
      title: string,
      width: number,
      text: (row: CallRow) => string,
    ): TableColumn<CallRow> => ({
      id,
      title,
      width,
      cell: (row) => <span className="number">{text(row)}</span>,
      text,
    });
    return [
      {
        id: 'at',
        title: t('settings.call.at'),
        width: 108,
        cell: (row) => <When at={row.at} now={now} />,
        text: (row) => new Date(row.at).toISOString(),
      },
      {
        id: 'certainty',
        title: t('settings.call.certainty'),
        width: 96,
        cell: (row) => (
          <StateMark tone={certaintyTone[row.certainty]} label={t(`settings.certainty.${row.certainty}`)} />
        ),
        text: (row) => t(`settings.certainty.${row.certainty}`),
      },
      plain('interface', t('settings.call.interface'), 96, (row) =>
        t(`interface.${row.interfaceName}`, row.interfaceName),
      ),
      plain('orderNo', t('col.orderNo'), 176, (row) => row.orderNo),
      plain('error', t('settings.call.error'), 220, (row) =>
        row.errorCode === ''
          ? ''
          : describe(row.errorCode, { orderNo: row.orderNo, orderCode: row.orderCode }).says,
      ),
      plain('platformCode', t('settings.call.platformCode'), 88, (row) => row.platformCode),
      plain('duration', t('settings.call.duration'), 80, (row) => `${row.durationMs} ms`),
      plain('orderCode', t('settings.call.orderCode'), 150, (row) => row.orderCode),
      {
        ...plain('platform', t('settings.platform'), 88, (row) => platformName(row.platform)),
        isOptional: true,
      },
      { ...plain('account', t('ship.account'), 110, (row) => row.accountName), isOptional: true },
    ];
  }, [t, now, describe, platformName]);
}

const callId = (row: CallRow): string => row.id;

/** Every call that left this computer: what was asked, what came back, how sure we are. */
export function CallsSection(_: { readonly settings: SettingsView }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const searched = useDeferredValue(search.trim());
  const list = useMemo(() => settingsQueries.calls(searched), [searched]);
  const [range, setRange] = useState({ first: 0, last: 40 });
  const rows = useWindowRows(list, range);
  const columns = useCallColumns();
  return (
    <section className="stack settings-fill">
      <header className="line">
        <h2>{t('settings.section.calls')}</h2>
        <SearchField label={t('settings.call.search')} value={search} onChange={setSearch} />
        <span className="grow" />
        <ColumnChooser tableId="calls" columns={columns} />
      </header>
      <VirtualTable
        tableId="calls"
        label={t('settings.section.calls')}
        columns={columns}
        rows={rows}
        activeKey={activeId}
        rowKey={callId}
        onRange={setRange}
        onActivate={(row) => setActiveId(row.id)}
        onCopy={(text) => void pageBridge().copyText(text)}
        empty={<EmptyState icon="network" title={t('settings.call.empty')} />}
      />
    </section>
  );
}
