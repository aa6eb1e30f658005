import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './calls.css';
import type { CallRun } from '../../../shared/contracts/insight/callLog.ts';
import { callSpans } from '../../../shared/contracts/insight/calls.ts';
import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { ask } from '../../bridge/core.ts';
import { usePlatformName } from '../../bridge/knownNames.ts';
import { Button } from '../../parts/Button.tsx';
import { useChoice } from '../../parts/form/choices.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { SearchField } from '../../parts/form/TextField.tsx';
import { Section, type SectionProps } from '../../parts/Section.tsx';
import { ColumnChooser } from '../../parts/table/ColumnChooser.tsx';
import { ListTable } from '../../work/ListTable.tsx';
import { OneNotice } from '../../work/UnreadNotice.tsx';
import { CallDetail } from './CallDetail.tsx';
import { CallFigures } from './CallFigures.tsx';
import { DiagnoseButton } from './DiagnoseButton.tsx';
import { FailureList } from './FailureList.tsx';
import { useCallColumns, useCallSays } from './useCallColumns.tsx';
import { type CallFilter, useCallRuns } from './useCallRuns.ts';

const any = 'any';

/**
 * The filter that a link asks for: `failed` or an interface, an account, and a code or what to search for; or `away`, a platform
 * and a span.
 */
function filterOfLink(link: string): CallFilter {
  const [shown = '', accountId = '', ...words] = link.split(' ');
  const span = callSpans.find((one) => one === words[0]);
  if (shown === 'away' && span !== undefined) return { away: { platform: accountId, span } };
  const search = words.join(' ');
  return {
    ...(shown === 'failed' ? { isFailedOnly: true } : {}),
    ...(['', 'all', 'failed'].includes(shown) ? {} : { interfaceName: shown }),
    ...(accountId === '' ? {} : { accountId }),
    ...(isErrorCode(search) ? { errorCode: search } : search === '' ? {} : { search }),
  };
}

/** Every call that left this computer: how many, what failed and why, and each of them below. */
export function CallsSection({ tab = '' }: Pick<SectionProps, 'tab'>) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<CallFilter>(() => filterOfLink(tab));
  const [span, spanField] = useChoice(
    t('insight.calls.span'),
    callSpans,
    (value) => t(`insight.calls.spans.${value}`),
    { initial: filter.away?.span ?? '24h', isLabelHidden: true },
  );
  /** One call beside the log, and the run it is of. */
  const [activeId, setActiveId] = useState<string | null>(null);
  const search = useDeferredValue(filter.search?.trim() ?? '');
  const rows = useCallRuns({ ...filter, search });
  const columns = useCallColumns();
  const narrow = (changes: CallFilter): void => setFilter({ ...filter, ...changes });
  const active = rows.runs.find(({ id }) => id === activeId) ?? null;
  // What one failure has narrowed the log to leaves the others in sight.
  const accountId = filter.errorCode === undefined ? filter.accountId : undefined;
  const isNarrow = Object.values(filter).some((value) => value !== undefined && value !== '');
  return (
    <Section
      title={t('settings.section.calls')}
      isFull
      beside={spanField}
      actions={
        <>
          <DiagnoseButton />
          <ColumnChooser tableId="calls" columns={columns} />
        </>
      }
    >
      <OneNotice>
        <CallFigures span={span} accountId={accountId} onFailed={() => narrow({ isFailedOnly: true })} />
        <FailureList
          span={span}
          accountId={accountId}
          hasKey={activeId === null}
          onOpen={({ accountId, interfaceName, code, last }) => {
            setFilter({ accountId, interfaceName, errorCode: code });
            setActiveId(last?.id ?? null);
          }}
        />
        <CallNarrowing
          filter={filter}
          newest={rows.runs.find(({ errorCode }) => errorCode === filter.errorCode)}
          onChange={narrow}
          onClear={() => setFilter({})}
        />
        <ListTable
          tableId="calls"
          label={t('settings.section.calls')}
          columns={columns}
          rows={rows}
          activeKey={activeId}
          rowKey={({ id }) => id}
          onActivate={({ id }) => setActiveId(id)}
          nothing={
            isNarrow
              ? {
                  icon: 'network',
                  title: t('calls.emptyFound'),
                  act: { label: t('common.showAll'), run: () => setFilter({}) },
                }
              : { icon: 'network', title: t('calls.empty'), note: t('calls.emptyNote') }
          }
        >
          {activeId !== null && (
            <CallDetail key={activeId} callId={activeId} run={active} onClose={() => setActiveId(null)} />
          )}
        </ListTable>
      </OneNotice>
    </Section>
  );
}

interface CallNarrowingProps {
  readonly filter: CallFilter;
  /** The newest call of the failure it is narrowed to, whose words stand for all. */
  readonly newest: CallRun | undefined;
  onChange(changes: CallFilter): void;
  onClear(): void;
}

/** Interfaces that are in the choice although none of their calls was counted lately. */
const usualInterfaces = ['book', 'find', 'void', 'track'] as const;

/** Which calls the log shows, with what one failure of the list above has narrowed it to. */
function CallNarrowing({ filter, newest, onChange, onClear }: CallNarrowingProps) {
  const { t } = useTranslation();
  const says = useCallSays();
  const accounts = useQuery(ask.settings.accounts.queryOptions()).data ?? [];
  const counted = useQuery(
    ask.insightCalls.figures.queryOptions({ input: { span: '30d', by: 'line' } }),
  ).data;
  const interfaces = [
    ...new Set([...usualInterfaces, ...(counted?.rows ?? []).map(({ interfaceName }) => interfaceName)]),
    ...(filter.interfaceName === undefined ? [] : [filter.interfaceName]),
  ].filter((name, index, all) => all.indexOf(name) === index);
  const { errorCode, away, isFailedOnly = false } = filter;
  const platformName = usePlatformName();
  return (
    <div className="line call-narrowing">
      <SearchField
        label={t('calls.search')}
        value={filter.search ?? ''}
        onChange={(search) => onChange({ search })}
      />
      <SelectField
        label={t('calls.interface')}
        isLabelHidden
        width={140}
        value={filter.interfaceName ?? any}
        options={[
          { value: any, label: t('calls.anyInterface') },
          ...interfaces.map((value) => ({ value, label: t(`interface.${value}`, value) })),
        ]}
        onChange={(value) => onChange({ interfaceName: value === any ? undefined : value })}
      />
      <SelectField
        label={t('field.account')}
        isLabelHidden
        width={160}
        value={filter.accountId ?? any}
        options={[
          { value: any, label: t('calls.anyAccount') },
          ...accounts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => onChange({ accountId: value === any ? undefined : value })}
      />
      {away !== undefined && (
        <Button size="small" icon="close" title={t('common.showAll')} onPress={onClear}>
          {t('calls.away', {
            platform: platformName(away.platform),
            span: t(`insight.calls.spans.${away.span}`),
          })}
        </Button>
      )}
      {away !== undefined ? null : errorCode === undefined ? (
        <Button
          size="small"
          isPressed={isFailedOnly}
          onPress={() => onChange({ isFailedOnly: isFailedOnly ? undefined : true })}
        >
          {t('calls.failedOnly')}
        </Button>
      ) : (
        <Button size="small" icon="close" title={t('common.showAll')} onPress={onClear}>
          {newest === undefined ? errorCode : `${says(newest).replace(/[。.]$/, '')} · ${errorCode}`}
        </Button>
      )}
    </div>
  );
}
