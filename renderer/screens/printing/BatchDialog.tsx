import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintRules } from '../../../shared/contracts/printing.ts';
import { routedPrinterUri } from '../../../shared/domain/printing/printer.ts';
import { labelOrderKeys } from '../../../shared/domain/printing/printJob.ts';
import { ask, core } from '../../bridge/core.ts';
import { failureIn } from '../../bridge/failureOf.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { useAct } from '../../work/useAct.ts';
import { readUnprinted } from './paperOrders.ts';

/** Leads to the batch of those that have no label yet. */
export function BatchButton({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const rules = useQuery(ask.print.rules.queryOptions()).data;
  return (
    <OpeningButton
      look="primary"
      size="large"
      icon="print"
      combo="Ctrl+Enter"
      isDisabled={rules === undefined}
      label={t('printing.batch', { count })}
    >
      {(close) => rules !== undefined && <BatchDialog count={count} rules={rules} onClose={close} />}
    </OpeningButton>
  );
}

interface BatchDialogProps {
  readonly count: number;
  readonly rules: PrintRules;
  onClose(): void;
}

function usePrintBatch(onClose: () => void) {
  const { t } = useTranslation();
  return useAct(
    async (choice: { printerUri: string; order: PrintRules['labelOrder'] }) =>
      core.print.print({ orderIds: [...(await readUnprinted())], ...choice }),
    {
      says: ({ queued, refused }) => ({
        tone: refused.length > 0 ? 'unsure' : 'done',
        says: t('printing.queued', { count: queued }),
        ...(refused.length > 0 ? { next: t('printing.queueRefused', { count: refused.length }) } : {}),
      }),
      after: onClose,
      isShownInPlace: true,
    },
  );
}

/** Labels of every booked order without one: where and in which order, before the first comes out. */
function BatchDialog({ count, rules, onClose }: BatchDialogProps) {
  const { t } = useTranslation();
  const printers = useQuery(ask.print.printers.queryOptions()).data ?? [];
  const routes = useQuery(ask.print.routes.queryOptions());
  const hasRoutes = (routes.data ?? []).length > 0;
  const usual = printers.find(({ isDefault }) => isDefault)?.uri ?? printers[0]?.uri ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const [order, setOrder] = useState(rules.labelOrder);
  const print = usePrintBatch(onClose);
  const printerUri = chosen ?? (hasRoutes ? routedPrinterUri : usual);
  const options = [
    ...(hasRoutes ? [{ value: routedPrinterUri, label: t('printing.byRules') }] : []),
    ...printers.map(({ uri, name }) => ({ value: uri, label: name })),
  ];
  return (
    <AskDialog
      title={t('printing.batchTitle', { count })}
      width={560}
      yes={t('printing.printCount', { count })}
      isForm
      // Before the rules are known it cannot be said which printer they choose.
      isReady={printerUri !== null && !routes.isPending}
      isBusy={print.isPending}
      failure={failureIn(print)}
      onYes={() => printerUri !== null && print.mutate({ printerUri, order })}
      onClose={onClose}
    >
      <SelectField label={t('print.printer')} value={printerUri} options={options} onChange={setChosen} />
      <LabelOrderFields order={order} onChange={setOrder} />
    </AskDialog>
  );
}

type LabelOrder = PrintRules['labelOrder'];

interface LabelOrderFieldsProps {
  readonly order: LabelOrder;
  onChange(order: LabelOrder): void;
}

/** In which order the labels come out: as the bench needs them. */
function LabelOrderFields({ order, onChange }: LabelOrderFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        label={t('printing.orderBy')}
        value={order.by}
        choices={labelOrderKeys.map((value) => ({ value, label: t(`printing.orderedBy.${value}`) }))}
        onChange={(by) => onChange({ ...order, by })}
      />
      <CheckField
        label={t('printing.reversed')}
        isOn={order.isReversed}
        onChange={(isOn) => onChange({ ...order, isReversed: isOn })}
      />
    </>
  );
}
