import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderChangeRow } from '../../../../shared/contracts/orders.ts';
import { changeQueries } from '../../../bridge/queries/intakeQueries.ts';
import { useWindowRows } from '../../../bridge/windowRows.ts';
import { ListTable } from '../../../work/ListTable.tsx';
import { ChangeDetail } from './ChangeDetail.tsx';
import { ChangesBar, SettleAllDialog, type ShownState, useSettle, type Verdict } from './ChangesBar.tsx';
import { useChangeColumns } from './useChangeColumns.tsx';

const changeId = ({ id }: OrderChangeRow): string => id;

/** The windowed changes of one state, and the one that is looked at. Once it is settled the next takes its place. */
function useShownChanges(state: ShownState, importId: string | undefined) {
  const [at, setAt] = useState(0);
  const list = useMemo(
    () => changeQueries.list({ state, ...(importId === undefined ? {} : { importId }) }),
    [state, importId],
  );
  const rows = useWindowRows(list);
  return { rows, active: rows.rowAt(Math.min(at, Math.max(0, rows.total - 1))), setAt };
}

/** What newer files say of orders that are here already: old and new side by side, taken or left by key. */
export function ChangesView({ importId }: { readonly importId: string | undefined }) {
  const { t } = useTranslation();
  const [state, setState] = useState<ShownState>('pending');
  const [asked, setAsked] = useState<Verdict | null>(null);
  const { rows, active, setAt } = useShownChanges(state, importId);
  const columns = useChangeColumns();
  const settle = useSettle();
  const wholeImport = importId ?? active?.importId;
  return (
    <>
      <ChangesBar
        state={state}
        importId={importId}
        canSettleAll={state === 'pending' && wholeImport !== undefined}
        onAll={setAsked}
        onState={(chosen) => {
          setState(chosen);
          setAt(0);
        }}
      />
      <ListTable
        tableId="changes"
        label={t('changes.title')}
        columns={columns}
        rows={rows}
        activeKey={active?.id ?? null}
        rowKey={changeId}
        onActivate={(_row, index) => setAt(index)}
        nothing={{ icon: 'check', title: t(`changes.none.${state}`), note: t('changes.noneNote') }}
      >
        {active !== undefined && (
          <ChangeDetail
            change={active}
            isBusy={settle.isPending}
            onSettle={(verdict) => settle.mutate({ verdict, choice: { changeIds: [active.id] } })}
          />
        )}
      </ListTable>
      {asked !== null && wholeImport !== undefined && (
        <SettleAllDialog
          verdict={asked}
          importId={wholeImport}
          onClose={() => setAsked(null)}
          onYes={() => {
            setAsked(null);
            settle.mutate({ verdict: asked, choice: { importId: wholeImport } });
          }}
        />
      )}
    </>
  );
}
