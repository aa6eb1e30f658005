import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { failureOf, type PageFailure } from '../../../bridge/failureOf.ts';
import { pageBridge } from '../../../bridge/pageBridge.ts';
import type { PriceTable } from '../../../bridge/queries/ruleQueries.ts';
import { settingsQueries } from '../../../bridge/queries/settingsQueries.ts';
import { useCarrierNames } from '../../../bridge/useCarrierNames.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNotice } from '../../../parts/feedback/FailureNotice.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { amountOf } from './ruleDraft.ts';
import { ZoneTable } from './ZoneTable.tsx';

/** A select needs a value for "every account". */
const allAccounts = '-';
const dayForm = /^(\d{4}-\d{2}-\d{2})?$/;
const shown = (amount: number): string => (amount === 0 ? '' : String(amount / 100));

type Typed = Record<'name' | 'from' | 'to' | 'perParcel' | 'insurance' | 'insuranceLeast', string>;
const fields = ['name', 'from', 'to', 'perParcel', 'insurance', 'insuranceLeast'] as const;

/** The table with what was typed; null: something of it cannot be read. */
function tableOf(table: PriceTable, typed: Typed): PriceTable | null {
  const [perParcel, rate, least] = [typed.perParcel, typed.insurance, typed.insuranceLeast].map((text) =>
    amountOf(text, 100),
  );
  if (perParcel === 'wrong' || rate === 'wrong' || least === 'wrong') return null;
  if (!dayForm.test(typed.from) || !dayForm.test(typed.to) || table.carrier === '') return null;
  if (typed.name.trim() === '' || table.zones.length === 0) return null;
  return {
    ...table,
    name: typed.name.trim(),
    validFrom: typed.from,
    validTo: typed.to,
    perParcelFen: perParcel ?? 0,
    insuranceBasisPoints: rate ?? 0,
    insuranceLeastFen: least ?? 0,
  };
}

/** One price table: its head is typed, its zones and steps come from a file and are shown as they are understood. */
export function PriceTableForm({ table, onClose }: { readonly table: PriceTable; onClose(): void }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [draft, setDraft] = useState(table);
  const [typed, setTyped] = useState<Typed>({
    name: table.name,
    from: table.validFrom,
    to: table.validTo,
    perParcel: shown(table.perParcelFen),
    insurance: shown(table.insuranceBasisPoints),
    insuranceLeast: shown(table.insuranceLeastFen),
  });
  const [refusal, setRefusal] = useState<PageFailure | null>(null);
  const [unread, setUnread] = useState<readonly { row: number; column: string }[]>([]);
  const read = useMutation({
    mutationFn: (path: string) => core.freight.readFile({ path }),
    onSuccess: ({ zones, refused }) => {
      setDraft((before) => ({ ...before, zones }));
      setUnread(refused);
    },
  });
  const save = useMutation({
    mutationFn: (ready: PriceTable) => core.freight.saveTable({ table: ready }),
    onSuccess: () => {
      say({ tone: 'done', says: t('rules.prices.saved') });
      onClose();
    },
    onError: (error) => setRefusal(failureOf(error)),
    meta: { isShownInPlace: true },
  });
  const ready = tableOf(draft, typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready !== null) save.mutate(ready);
  };
  const choose = async (): Promise<void> => {
    const [path] = await pageBridge().chooseFiles('orders');
    if (path !== undefined) read.mutate(path);
  };
  return (
    <form className="panel panel-pad stack" onSubmit={submit}>
      <LaneChoice draft={draft} onChange={setDraft} />
      <div className="form-grid">
        {fields.map((field) => (
          <TextField
            key={field}
            label={t(`rules.prices.${field}`)}
            value={typed[field]}
            maxLength={field === 'name' ? 40 : 12}
            onChange={(text) => setTyped((before) => ({ ...before, [field]: text }))}
          />
        ))}
      </div>
      <ZoneTable zones={draft.zones} />
      {unread.map(({ row, column }) => (
        <p key={row} className="rule-problem small">
          {t('rules.prices.refused', { row, column })}
        </p>
      ))}
      {refusal !== null && <FailureNotice failure={refusal} tone="failed" />}
      <div className="form-actions">
        <Button look="primary" isSubmit isDisabled={ready === null} isBusy={save.isPending}>
          {t('common.save')}
        </Button>
        <Button icon="import" isBusy={read.isPending} onPress={() => void choose()}>
          {t('rules.prices.import')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        {ready === null && draft.zones.length > 0 && (
          <span className="soft small">{t('rules.prices.wrong')}</span>
        )}
      </div>
    </form>
  );
}

function LaneChoice({ draft, onChange }: { readonly draft: PriceTable; onChange(table: PriceTable): void }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const accounts = useQuery(settingsQueries.accounts()).data ?? [];
  const carriers = useQuery(settingsQueries.carriers()).data ?? [];
  return (
    <div className="form-grid">
      <SelectField
        label={t('rules.prices.carrier')}
        value={draft.carrier === '' ? null : draft.carrier}
        options={carriers.map(({ code }) => ({ value: code, label: carrierName(code) }))}
        onChange={(carrier) => onChange({ ...draft, carrier })}
      />
      <SelectField
        label={t('rules.prices.account')}
        value={draft.accountId === '' ? allAccounts : draft.accountId}
        options={[
          { value: allAccounts, label: t('rules.prices.allAccounts') },
          ...accounts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => onChange({ ...draft, accountId: value === allAccounts ? '' : value })}
      />
    </div>
  );
}
