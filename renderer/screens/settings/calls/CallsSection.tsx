import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../../../shared/contracts/settings.ts';
import { pageBridge } from '../../../bridge/pageBridge.ts';
import { type CallFilter, type CallRow, callQueries } from '../../../bridge/queries/callQueries.ts';
import { settingsQueries } from '../../../bridge/queries/settingsQueries.ts';
import { useWindowRows } from '../../../bridge/useWindowRows.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { FilterChips } from '../../../parts/FilterChips.tsx';
import { SearchField } from '../../../parts/form/SearchField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { ColumnChooser } from '../../../parts/table/ColumnChooser.tsx';
import { VirtualTable } from '../../../parts/table/VirtualTable.tsx';
import { CallDetail } from './CallDetail.tsx';
import { useCallColumns } from './useCallColumns.tsx';

const chips = ['all', 'failed', 'book', 'find', 'void', 'track'] as const;
type Chip = (typeof chips)[number];

const anyAccount = 'any';

function filterOf(chip: Chip, accountId: string, search: string): CallFilter {
  return {
    ...(chip === 'failed' ? { isFailedOnly: true } : {}),
    ...(chip === 'all' || chip === 'failed' ? {} : { interfaceName: chip }),
    ...(accountId === anyAccount ? {} : { accountId }),
    ...(search === '' ? {} : { search }),
  };
}

const callId = (row: CallRow): string => row.id;

/** Every call that left this computer: what was asked, what came back, how sure we are. */
export function CallsSection(_: { readonly settings: SettingsView }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [chip, setChip] = useState<Chip>('all');
  const [accountId, setAccountId] = useState(anyAccount);
  const [activeId, setActiveId] = useState<string | null>(null);
  const accounts = useQuery(settingsQueries.accounts()).data ?? [];
  const searched = useDeferredValue(search.trim());
  const list = useMemo(
    () => callQueries.list(filterOf(chip, accountId, searched)),
    [chip, accountId, searched],
  );
  const [range, setRange] = useState({ first: 0, last: 40 });
  const rows = useWindowRows(list, range);
  const columns = useCallColumns();
  const isFiltered = chip !== 'all' || accountId !== anyAccount || searched !== '';
  const choices = chips.map((id) => ({
    id,
    label: id === 'all' || id === 'failed' ? t(`calls.${id}`) : t(`interface.${id}`),
    count: id === chip ? rows.total : undefined,
  }));
  return (
    <section className="stack settings-fill">
      <header className="line">
        <h2>{t('settings.section.calls')}</h2>
        <SearchField label={t('calls.search')} value={search} onChange={setSearch} />
        <SelectField
          label={t('calls.account')}
          isLabelHidden
          width={150}
          value={accountId}
          options={[
            { value: anyAccount, label: t('calls.anyAccount') },
            ...accounts.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setAccountId}
        />
        <span className="grow" />
        <ColumnChooser tableId="calls" columns={columns} />
      </header>
      <FilterChips
        label={t('calls.filters')}
        choices={choices}
        chosen={chip}
        onChoose={(id) => setChip(chips.find((known) => known === id) ?? 'all')}
      />
      <div className="beside">
        <VirtualTable
          key={JSON.stringify(list.key)}
          tableId="calls"
          label={t('settings.section.calls')}
          columns={columns}
          rows={rows}
          activeKey={activeId}
          rowKey={callId}
          onRange={setRange}
          onActivate={(row) => setActiveId(row.id)}
          onCopy={(text) => void pageBridge().copyText(text)}
          empty={<EmptyState icon="network" title={t(isFiltered ? 'calls.emptyFound' : 'calls.empty')} />}
        />
        {activeId !== null && (
          <CallDetail key={activeId} callId={activeId} onClose={() => setActiveId(null)} />
        )}
      </div>
    </section>
  );
}
