import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { priceColumns } from '../../../../shared/domain/prices.ts';
import { shopDate } from '../../../../shared/rules/shopTime.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useCarrierOptions } from '../../../bridge/knownNames.ts';
import { pageBridge, pageClock } from '../../../bridge/page.ts';
import type { PriceTable } from '../../../bridge/questions.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../../parts/feedback/Notice.tsx';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../../parts/form/choices.tsx';
import { DayField } from '../../../parts/form/DayField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';

import { pushEdit, redoEdit, startHistory, undoEdit } from '../../../parts/view/editHistory.ts';
import { useDraft } from '../../../parts/view.ts';
import { useFileWords } from '../../../work/outcomeWords.ts';
import { useAct } from '../../../work/useAct.ts';
import { amountOf } from '../ruleDraft.ts';
import { PriceGrid } from './PriceGrid.tsx';
import { PriceTry } from './PriceTry.tsx';
import { amountFields, type PriceDraft, tableOf, typedOf } from './priceDraft.ts';
import { blankLine, copyText, linesOf, type PriceLine } from './priceLines.ts';
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
          {t('common.undo')}
        </Button>
        {future.length > 0 && (
          <Button size="small" icon="refresh" onPress={() => setHistory(redoEdit)}>
            {t('common.redo')}
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

type Refused = Awaited<ReturnType<typeof core.freight.readFile>>['refused'];

interface FileButtonsProps {
  readonly lines: readonly PriceLine[];
  /** undefined: the draft is no table yet, so there is nothing to write. */
  readonly table: PriceTable | undefined;
  onRead(zones: PriceTable['zones']): void;
  onCopy(text: string): void;
}

/** Zones and steps in from a file, out to a file, and into a spreadsheet. */
function FileButtons({ lines, table, onRead, onCopy }: FileButtonsProps) {
  const { t } = useTranslation();
  const fileWords = useFileWords();
  const [refused, setRefused] = useState<Refused>([]);
  const read = useAct((fileToken: string) => core.freight.readFile({ fileToken }), {
    says: ({ zones }) => ({
      tone: 'done',
      says: t('prices.read', { count: zones.length }),
      next: t('prices.readNext'),
    }),
    after: ({ zones, refused: left }) => {
      onRead(zones);
      setRefused(left);
    },
  });
  const write = useAct((ready: PriceTable) => core.freight.writeFile({ table: ready }), {
    says: (file) => fileWords(t('prices.written'), file),
  });
  const choose = async (): Promise<void> => {
    const [file] = await pageBridge().chooseFiles('prices');
    if (file !== undefined) read.mutate(file.fileToken);
  };
  const copy = (): void => {
    onCopy(
      copyText(
        lines,
        priceColumns.map((column) => t(`prices.column.${column}`)),
      ),
    );
    say({ tone: 'done', says: t('prices.copied', { count: lines.length }) });
  };
  return (
    <>
      <Button size="small" icon="import" isBusy={read.isPending} onPress={() => void choose()}>
        {t('rules.prices.import')}
      </Button>
      <Button
        size="small"
        icon="file"
        isDisabled={table === undefined}
        isBusy={write.isPending}
        onPress={() => table !== undefined && write.mutate(table)}
      >
        {t('prices.write')}
      </Button>
      <Button size="small" icon="copy" onPress={copy}>
        {t('prices.copy')}
      </Button>
      {refused.length > 0 && (
        <div className="price-refused">
          <Notice tone="note" title={t('prices.notRead', { count: refused.length })}>
            <Button size="small" onPress={() => setRefused([])}>
              {t('common.close')}
            </Button>
          </Notice>
          <ul className="plain-list small">
            {refused.map(({ row, column }) => (
              <li key={`${row} ${column}`}>
                {t('rules.prices.refused', { row, column: t(`prices.column.${column}`) })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

interface TableHeadFieldsProps {
  readonly draft: PriceDraft;
  onChange(change: (before: PriceDraft) => PriceDraft): void;
}

/** Whose prices these are, from when to when, and what is added to every parcel. */
function TableHeadFields({ draft, onChange }: TableHeadFieldsProps) {
  const { t } = useTranslation();
  const accounts = useQuery(ask.settings.accounts.queryOptions()).data ?? [];
  const carriers = useCarrierOptions();
  const { table } = draft;
  const put = (change: Partial<PriceTable>): void =>
    onChange((before) => ({ ...before, table: { ...before.table, ...change } }));
  const today = shopDate(pageClock.now());
  const isReversed = table.validFrom !== '' && table.validTo !== '' && table.validTo < table.validFrom;
  return (
    <div className="price-head">
      <TextField
        label={t('common.name')}
        value={table.name}
        maxLength={40}
        onChange={(name) => put({ name })}
      />
      <SelectField
        label={t('field.carrier')}
        value={table.carrier === '' ? null : table.carrier}
        placeholder={t('prices.chooseCarrier')}
        options={carriers}
        onChange={(carrier) => put({ carrier })}
      />
      <SelectField
        label={t('field.account')}
        value={table.accountId}
        options={[
          { value: '', label: t('rules.prices.allAccounts') },
          ...accounts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(accountId) => put({ accountId })}
      />
      <DayField
        label={t('rules.share.from')}
        value={table.validFrom}
        today={today}
        isOptional
        onChange={(validFrom) => put({ validFrom })}
      />
      <DayField
        label={t('rules.prices.to')}
        value={table.validTo}
        today={today}
        isOptional
        error={isReversed ? t('day.reversed') : undefined}
        onChange={(validTo) => put({ validTo })}
      />
      <AmountFields draft={draft} onChange={onChange} />
      <ChoiceField
        label={t('prices.parcels')}
        value={table.parcels}
        choices={choicesOf(['each', 'together'], (value) => t(`prices.parcelsOf.${value}`))}
        onChange={(parcels) => put({ parcels })}
      />
    </div>
  );
}

/** Yuan and percent, as they are typed. */
function AmountFields({ draft: { typed }, onChange }: TableHeadFieldsProps) {
  const { t } = useTranslation();
  return amountFields.map((field) => (
    <TextField
      key={field}
      label={t(`prices.amount.${field}`)}
      value={typed[field]}
      maxLength={12}
      placeholder="0"
      error={amountOf(typed[field], 100) === 'wrong' ? t('prices.amountWrong') : undefined}
      onChange={(text) => onChange((before) => ({ ...before, typed: { ...before.typed, [field]: text } }))}
    />
  ));
}
