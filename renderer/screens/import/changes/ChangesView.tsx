import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderChangeRow } from '../../../../shared/contracts/changesContract.ts';
import { core } from '../../../bridge/core.ts';
import { failureOf } from '../../../bridge/failureOf.ts';
import { pageBridge } from '../../../bridge/pageBridge.ts';
import { changeQueries } from '../../../bridge/queries/changeQueries.ts';
import { useWindowRows } from '../../../bridge/useWindowRows.ts';
import { Button } from '../../../parts/Button.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { FilterChips } from '../../../parts/FilterChips.tsx';
import { FailureNotice } from '../../../parts/feedback/FailureNotice.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import { useDescribe } from '../../../parts/feedback/useDescribe.ts';
import { useKeys } from '../../../parts/keys/useKeys.ts';
import { usePlace } from '../../../parts/place/usePlace.ts';
import { VirtualTable } from '../../../parts/table/VirtualTable.tsx';
import { ChangeDetail } from './ChangeDetail.tsx';
import { SettleAllDialog } from './SettleAllDialog.tsx';
import { useChangeColumns } from './useChangeColumns.tsx';

type Choice = Parameters<typeof core.changes.accept>[0];
export type Verdict = 'accept' | 'reject';

const states = ['pending', 'accepted', 'rejected'] as const;
const changeId = ({ id }: OrderChangeRow): string => id;

/** Settles changes and says how many; what was refused is said with its reason. */
function useSettle() {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const describe = useDescribe();
  return useMutation({
    mutationFn: ({ verdict, choice }: { readonly verdict: Verdict; readonly choice: Choice }) =>
      core.changes[verdict](choice),
    onSuccess: ({ settled, refused }, { verdict }) => {
      if (settled > 0) say({ tone: 'done', says: t(`changes.done.${verdict}`, { count: settled }) });
      const [first] = refused;
      if (first === undefined) return;
      const words = describe(first.code, { orderNo: first.orderNo, ...first.params });
      const more = refused.length > 1 ? t('changes.moreRefused', { count: refused.length - 1 }) : '';
      say({ tone: 'failed', says: `${words.says}${more}`, next: words.next, code: first.code });
    },
  });
}

/** What newer files say of orders that are here already: old and new side by side, taken or left by key. */
export function ChangesView({ importId }: { readonly importId: string | undefined }) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  const [state, setState] = useState<(typeof states)[number]>('pending');
  const [at, setAt] = useState(0);
  const [range, setRange] = useState({ first: 0, last: 40 });
  const [isAsking, setAsking] = useState<Verdict | null>(null);
  const list = useMemo(
    () => changeQueries.list({ state, ...(importId === undefined ? {} : { importId }) }),
    [state, importId],
  );
  const rows = useWindowRows(list, range);
  const counts = useQuery(changeQueries.counts()).data;
  const columns = useChangeColumns();
  const settle = useSettle();
  const active = rows.rowAt(Math.min(at, Math.max(0, rows.total - 1)));
  const one = (verdict: Verdict): void => {
    if (active === undefined || active.state !== 'pending' || settle.isPending) return;
    if (verdict === 'accept' && active.isAlarm) return;
    settle.mutate({ verdict, choice: { changeIds: [active.id] } });
  };
  useKeys([
    { combo: 'a', says: t('changes.accept'), run: () => one('accept') },
    { combo: 'r', says: t('changes.reject'), run: () => one('reject') },
    {
      combo: 'o',
      says: t('changes.toOrder'),
      run: () => active !== undefined && go('ship', { orderId: active.orderId }),
    },
  ]);
  const wholeImport = importId ?? active?.importId;
  return (
    <>
      <div className="line">
        <FilterChips
          label={t('changes.filters')}
          chosen={state}
          onChoose={(id) => {
            setState(id as (typeof states)[number]);
            setAt(0);
          }}
          choices={states.map((id) => ({
            id,
            label: t(`changes.state.${id}`),
            count: id === 'pending' ? counts?.pending : undefined,
            ...(id === 'pending' && (counts?.alarms ?? 0) > 0 ? { tone: 'failed' as const } : {}),
          }))}
        />
        {(counts?.alarms ?? 0) > 0 && (
          <span className="text-failed">{t('changes.alarms', { count: counts?.alarms ?? 0 })}</span>
        )}
        <span className="grow" />
        {importId !== undefined && (
          <Button look="quiet" onPress={() => go('import', { section: 'changes' })}>
            {t('changes.ofAllImports')}
          </Button>
        )}
        {state === 'pending' && wholeImport !== undefined && (
          <>
            <Button onPress={() => setAsking('reject')}>{t('changes.rejectAll')}</Button>
            <Button onPress={() => setAsking('accept')}>{t('changes.acceptAll')}</Button>
          </>
        )}
      </div>
      {rows.error !== null && <FailureNotice failure={failureOf(rows.error)} />}
      <div className="beside">
        <VirtualTable
          key={JSON.stringify(list.key)}
          tableId="changes"
          label={t('changes.title')}
          columns={columns}
          rows={rows}
          activeKey={active?.id ?? null}
          rowKey={changeId}
          onRange={setRange}
          onActivate={(_row, index) => setAt(index)}
          onCopy={(text) => void pageBridge().copyText(text)}
          empty={
            <EmptyState icon="check" title={t(`changes.none.${state}`)}>
              <p>{t('changes.noneNote')}</p>
            </EmptyState>
          }
        />
        {active !== undefined && (
          <ChangeDetail
            change={active}
            isBusy={settle.isPending}
            onAccept={() => one('accept')}
            onReject={() => one('reject')}
          />
        )}
      </div>
      {isAsking !== null && wholeImport !== undefined && (
        <SettleAllDialog
          verdict={isAsking}
          importId={wholeImport}
          onClose={() => setAsking(null)}
          onYes={() => {
            setAsking(null);
            settle.mutate({ verdict: isAsking, choice: { importId: wholeImport } });
          }}
        />
      )}
    </>
  );
}
