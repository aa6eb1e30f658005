import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrintRules } from '../../../../shared/contracts/printing.ts';
import { labelOrderKeys } from '../../../../shared/domain/printing/printJob.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { queryClient } from '../../../bridge/queryClient.ts';
import { Button, IconButton } from '../../../parts/Button.tsx';
import { CheckField } from '../../../parts/form/CheckField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { useDuration } from '../../../parts/format.ts';
import { useAct } from '../../../work/useAct.ts';
import { useSizeOptions, withChosen } from './printerKinds.ts';

/** Minutes after which a waiting label is asked about, from a coffee to a working day. */
const staleMinutes = [15, 30, 60, 120, 240, 480, 1_440];
const limits = [0, 1, 2, 3, 5, 10, 20];

function RuleFields({
  rules,
  onChange,
}: {
  readonly rules: PrintRules;
  onChange(part: Partial<PrintRules>): void;
}) {
  const { t } = useTranslation();
  const duration = useDuration();
  const { labelOrder } = rules;
  return (
    <div className="tuning-fields">
      <SelectField
        label={t('printerSetup.staleAfter')}
        value={String(rules.staleAfterMinutes)}
        options={withChosen(staleMinutes, rules.staleAfterMinutes).map((minutes) => ({
          value: String(minutes),
          label: duration(minutes * 60),
        }))}
        onChange={(minutes) => onChange({ staleAfterMinutes: Number(minutes) })}
      />
      <SelectField
        label={t('printerSetup.reprintLimit')}
        value={String(rules.reprintLimit)}
        options={withChosen(limits, rules.reprintLimit).map((count) => ({
          value: String(count),
          label: t('printerSetup.times', { count }),
        }))}
        onChange={(count) => onChange({ reprintLimit: Number(count) })}
      />
      <SelectField
        label={t('printing.orderBy')}
        value={labelOrder.by}
        options={labelOrderKeys.map((value) => ({ value, label: t(`printing.orderedBy.${value}`) }))}
        onChange={(by) => onChange({ labelOrder: { ...labelOrder, by } })}
      />
      <CheckField
        label={t('printing.reversed')}
        isOn={labelOrder.isReversed}
        isWide
        onChange={(isOn) => onChange({ labelOrder: { ...labelOrder, isReversed: isOn } })}
      />
      <CheckField
        label={t('printerSetup.heldAfterRestart')}
        isOn={rules.isHeldAfterRestart}
        isWide
        onChange={(isOn) => onChange({ isHeldAfterRestart: isOn })}
      />
    </div>
  );
}

/** When a label is asked about instead of printed, how often one is reprinted, and in which order they come. */
export function PrintRulesPanel() {
  const { t } = useTranslation();
  const rules = useQuery(ask.print.rules.queryOptions()).data;
  const save = useAct((part: Partial<PrintRules>) => core.print.setRules(part), {
    says: () => t('settings.saved'),
    after: (saved) => queryClient.setQueryData(ask.print.rules.queryKey(), saved),
  });
  if (rules === undefined) return null;
  return (
    <section className="panel panel-pad stack" aria-label={t('printerSetup.rules')}>
      <h3>{t('printerSetup.rules')}</h3>
      <RuleFields rules={rules} onChange={(part) => save.mutate(part)} />
    </section>
  );
}

type CarrierSize = PrintRules['carrierSizes'][number];

interface PaperLineProps {
  readonly line: CarrierSize;
  /** Carriers no other line names. */
  readonly carriers: readonly string[];
  onChange(part: Partial<CarrierSize>): void;
  onRemove(): void;
}

function PaperLine({ line, carriers, onChange, onRemove }: PaperLineProps) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const sizes = useSizeOptions();
  return (
    <li className="carrier-paper-line">
      <SelectField
        label={t('col.carrier')}
        value={line.carrier}
        options={carriers.map((value) => ({ value, label: carrierName(value) }))}
        onChange={(carrier) => onChange({ carrier })}
      />
      <SelectField
        label={t('settings.labelSize')}
        value={line.size}
        options={sizes}
        onChange={(size) => onChange({ size })}
      />
      <IconButton
        icon="trash"
        label={t('printerSetup.removeCarrierPaper', { carrier: carrierName(line.carrier) })}
        onPress={onRemove}
      />
    </li>
  );
}

/** Paper on which the labels of single carriers must come out; the others take whatever their printer holds. */
export function CarrierPaper() {
  const { t } = useTranslation();
  const rules = useQuery(ask.print.rules.queryOptions()).data;
  const carriers = (useQuery(ask.settings.carriers.queryOptions()).data ?? []).map(({ code }) => code);
  const save = useAct((carrierSizes: CarrierSize[]) => core.print.setRules({ carrierSizes }), {
    after: (saved) => queryClient.setQueryData(ask.print.rules.queryKey(), saved),
  });
  if (rules === undefined) return null;
  const lines = rules.carrierSizes;
  const free = carriers.filter((code) => !lines.some(({ carrier }) => carrier === code));
  const [next] = free;
  return (
    <section className="panel panel-pad stack" aria-label={t('printerSetup.carrierPaper')}>
      <header className="line">
        <h3 className="grow">{t('printerSetup.carrierPaper')}</h3>
        <Button
          size="small"
          icon="plus"
          isDisabled={next === undefined}
          onPress={() => next !== undefined && save.mutate([...lines, { carrier: next, size: '76x130' }])}
        >
          {t('printerSetup.addCarrierPaper')}
        </Button>
      </header>
      <p className="soft small">{t('printerSetup.carrierPaperNote')}</p>
      <ul className="plain-list stack-tight">
        {lines.map((line) => (
          <PaperLine
            key={line.carrier}
            line={line}
            carriers={[line.carrier, ...free]}
            onChange={(part) => save.mutate(lines.map((one) => (one === line ? { ...one, ...part } : one)))}
            onRemove={() => save.mutate(lines.filter((one) => one !== line))}
          />
        ))}
      </ul>
    </section>
  );
}
