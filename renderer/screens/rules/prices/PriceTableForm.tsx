import type { FormEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { pageBridge } from '../../../bridge/page.ts';
import type { PriceTable } from '../../../bridge/queries/bookingQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { pushEdit, redoEdit, startHistory, undoEdit } from '../../../parts/view/editHistory.ts';
import { useDraft } from '../../../parts/view.ts';
import { useAct } from '../../../work/useAct.ts';
import { FileButtons } from './FileButtons.tsx';
import { PriceGrid } from './PriceGrid.tsx';
import { PriceTry } from './PriceTry.tsx';
import { type PriceDraft, tableOf, typedOf } from './priceDraft.ts';
import { blankLine, linesOf } from './priceLines.ts';
import { TableHeadFields } from './TableHeadFields.tsx';
import { usePriceReading } from './usePriceGrid.ts';

function draftOf(table: PriceTable): PriceDraft {
  const lines = table.zones.length === 0 ? [blankLine()] : linesOf(table.zones);
  return { table, typed: typedOf(table), history: startHistory(lines) };
}

/** One price table: its head, its zones and steps typed in place, tried on past orders, and only then saved. */
export function PriceTableForm({ table, onClose }: { readonly table: PriceTable; onClose(): void }) {
  const { t } = useTranslation();
  const [draft, change, forget] = useDraft<PriceDraft>(`price ${table.id}`, draftOf(table));
  const reading = usePriceReading(draft.history.present);
  const setHistory = (next: (before: PriceDraft['history']) => PriceDraft['history']): void =>
    change((before) => ({ ...before, history: next(before.history) }));
  const close = (): void => {
    forget();
    onClose();
  };
  const save = useAct((ready: PriceTable) => core.freight.saveTable({ table: ready }), {
    says: () => t('rules.prices.saved'),
    after: close,
    isShownInPlace: true,
  });
  const { failure } = save;
  const ready = reading.isSettled ? tableOf(draft, reading) : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready?.table !== undefined) save.mutate(ready.table);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    (document.activeElement as HTMLElement | null)?.blur();
  };
  const { past, future } = draft.history;
  return (
    <form className="panel panel-pad stack price-form" onSubmit={submit} onKeyDown={onKeyDown}>
      <TableHeadFields draft={draft} onChange={change} />
      <div className="line">
        <h3 className="grow">{t('prices.zones')}</h3>
        <Button size="small" icon="undo" isDisabled={past.length === 0} onPress={() => setHistory(undoEdit)}>
          {t('prices.undo')}
        </Button>
        {future.length > 0 && (
          <Button size="small" icon="refresh" onPress={() => setHistory(redoEdit)}>
            {t('prices.redo')}
          </Button>
        )}
        <FileButtons
          lines={draft.history.present}
          table={ready?.table}
          onRead={(zones) => setHistory((before) => pushEdit(before, linesOf(zones)))}
          onCopy={(text) => void pageBridge().copyText(text)}
        />
      </div>
      <PriceGrid history={draft.history} reading={reading} onChange={setHistory} />
      {ready?.table !== undefined && <PriceTry table={ready.table} />}
      {failure !== null && <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button look="primary" isSubmit isDisabled={ready?.table === undefined} isBusy={save.isPending}>
          {t('prices.save')}
        </Button>
        <Button onPress={close}>{t('prices.discard')}</Button>
        {ready?.lacks !== undefined && <span className="soft small">{t(`prices.lacks.${ready.lacks}`)}</span>}
      </div>
    </form>
  );
}
