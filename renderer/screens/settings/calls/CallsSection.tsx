import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRow } from '../../../../shared/contracts/bookingHealth.ts';
import { ask } from '../../../bridge/core.ts';
import { usePlatformName } from '../../../bridge/knownNames.ts';
import { useWindowRows } from '../../../bridge/windowRows.ts';
import { FilterChips } from '../../../parts/FilterChips.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { SearchField } from '../../../parts/form/TextField.tsx';
import { useCallTime } from '../../../parts/format.ts';
import { Section, type SectionProps } from '../../../parts/Section.tsx';
import { StateMark } from '../../../parts/StateMark.tsx';
import { ColumnChooser } from '../../../parts/table/ColumnChooser.tsx';
import { type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';
import { useDescribe } from '../../../words/describe.ts';
import { ListTable } from '../../../work/ListTable.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { CallDetail, certaintyTone } from './CallDetail.tsx';
import { DiagnoseButton } from './DiagnoseButton.tsx';

const chips = ['all', 'failed', 'book', 'find', 'void', 'track'] as const;
type Chip = (typeof chips)[number];

const anyAccount = 'any';

function filterOf(chip: Chip, accountId: string, search: string) {
  return {
    ...(chip === 'failed' ? { isFailedOnly: true } : {}),
    ...(chip === 'all' || chip === 'failed' ? {} : { interfaceName: chip }),
    ...(accountId === anyAccount ? {} : { accountId }),
    ...(search === '' ? {} : { search }),
  };
}

/** Every call that left this computer: what was asked, what came back, how sure we are. */
export function CallsSection({ tab: led = '' }: Pick<SectionProps, 'tab'>) {
  const { t } = useTranslation();
  const [ledChip = '', ledAccount = '', ...ledSearch] = led.split(' ');
  const [search, setSearch] = useState(ledSearch.join(' '));
  const [chip, setChip] = useState<Chip>(chips.find((id) => id === ledChip) ?? 'all');
  const [accountId, setAccountId] = useState(ledAccount === '' ? anyAccount : ledAccount);
  const [activeId, setActiveId] = useState<string | null>(null);
  const accounts = useQuery(ask.settings.accounts.queryOptions()).data ?? [];
  const searched = useDeferredValue(search.trim());
  const rows = useWindowRows(ask.calls.window, filterOf(chip, accountId, searched));
  const columns = useCallColumns();
  const isFiltered = chip !== 'all' || accountId !== anyAccount || searched !== '';
  const choices = chips.map((id) => ({
    id,
    label: id === 'all' || id === 'failed' ? t(`calls.${id}`) : t(`interface.${id}`),
    count: id === chip ? rows.total : undefined,
  }));
  return (
    <Section
      title={t('settings.section.calls')}
      isFull
      beside={
        <>
          <SearchField label={t('calls.search')} value={search} onChange={setSearch} />
          <SelectField
            label={t('field.account')}
            isLabelHidden
            width={150}
            value={accountId}
            options={[
              { value: anyAccount, label: t('calls.anyAccount') },
              ...accounts.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setAccountId}
          />
        </>
      }
      actions={
        <>
          <DiagnoseButton />
          <ColumnChooser tableId="calls" columns={columns} />
        </>
      }
    >
      <FilterChips label={t('calls.filters')} choices={choices} chosen={chip} onChoose={setChip} />
      <ListTable
        tableId="calls"
        label={t('settings.section.calls')}
        columns={columns}
        rows={rows}
        activeKey={activeId}
        rowKey={({ id }) => id}
        onActivate={(row) => setActiveId(row.id)}
        nothing={{ icon: 'network', title: t(isFiltered ? 'calls.emptyFound' : 'calls.empty') }}
      >
        {activeId !== null && (
          <CallDetail key={activeId} callId={activeId} onClose={() => setActiveId(null)} />
        )}
      </ListTable>
    </Section>
  );
}

/** Columns of the call log; the optional ones wait in the chooser. */
function useCallColumns(): readonly TableColumn<CallRow>[] {
  const { t } = useTranslation();
  const describe = useDescribe();
  const platformName = usePlatformName();
  const callTime = useCallTime();
  return useMemo(() => {
    const says = ({ errorCode, errorParams, orderNo, orderCode }: CallRow): string =>
      errorCode === '' ? '' : describe(errorCode, { orderNo, orderCode, ...errorParams }).says;
    return [
      textColumn('at', t('calls.at'), 108, (row) => new Date(row.at).toISOString(), {
        cell: (row) => <Moment at={row.at} />,
      }),
      textColumn('certainty', t('calls.certainty'), 96, (row) => t(`settings.certainty.${row.certainty}`), {
        cell: (row) => (
          <StateMark tone={certaintyTone[row.certainty]} label={t(`settings.certainty.${row.certainty}`)} />
        ),
      }),
      textColumn('interface', t('calls.interface'), 112, (row) =>
        t(`interface.${row.interfaceName}`, row.interfaceName),
      ),
      textColumn('orderNo', t('col.orderNo'), 176, (row) => row.orderNo),
      textColumn('error', t('calls.error'), 200, says),
      textColumn('platformCode', t('calls.platformCode'), 80, (row) => row.platformCode),
      textColumn('duration', t('calls.duration'), 88, (row) => callTime(row.durationMs), {
        isNumeric: true,
      }),
      textColumn('orderCode', t('booking.orderCode'), 150, (row) => row.orderCode, {
        isOptional: true,
      }),
      textColumn('platform', t('settings.platform'), 88, (row) => platformName(row.platform), {
        isOptional: true,
      }),
      textColumn('account', t('field.account'), 110, (row) => row.accountName, { isOptional: true }),
      textColumn('requestId', t('calls.requestId'), 150, (row) => row.requestId, {
        isOptional: true,
      }),
    ];
  }, [t, describe, platformName, callTime]);
}
