import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import { routedPrinterUri } from '../../../shared/domain/printing/printer.ts';
import { ask } from '../../bridge/core.ts';
import { SelectField } from '../../parts/form/SelectField.tsx';

interface BenchPrintersProps {
  readonly rules: Pick<Answered<'packing', 'rules'>, 'printerUri' | 'slipPrinterUri'>;
  onChange(patch: Asked<'packing', 'setPrinters'>): void;
}

const noPrinter = 'none';

/** Where labels and provisional slips of this bench come out. */
export function BenchPrinters({ rules, onChange }: BenchPrintersProps) {
  const { t } = useTranslation();
  const printers = useQuery(ask.settings.printers.queryOptions()).data ?? [];
  const saved = printers.map(({ uri, name }) => ({ value: uri, label: name }));
  // It may have been removed since.
  const withChosen = (chosen: string, known: typeof saved) =>
    known.some(({ value }) => value === chosen) ? known : [...known, { value: chosen, label: chosen }];
  const label = rules.printerUri;
  const slip = rules.slipPrinterUri === '' ? noPrinter : rules.slipPrinterUri;
  return (
    <div className="form-grid">
      <SelectField
        label={t('packingRules.labelPrinter')}
        value={label}
        options={withChosen(label, [{ value: routedPrinterUri, label: t('printing.byRules') }, ...saved])}
        onChange={(printerUri) => onChange({ printerUri })}
      />
      <div className="stack-tight">
        <SelectField
          label={t('packingRules.slipPrinter')}
          value={slip}
          options={withChosen(slip, [{ value: noPrinter, label: t('packingRules.noSlips') }, ...saved])}
          onChange={(chosen) => onChange({ slipPrinterUri: chosen === noPrinter ? '' : chosen })}
        />
        <p className="soft small">{t('packingRules.slipPrinterNote')}</p>
      </div>
    </div>
  );
}
