import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrintRules } from '../../../../shared/contracts/printing.ts';
import { labelSizes } from '../../../../shared/domain/labelDocument.ts';
import { core } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { printQueries } from '../../../bridge/queries/printQueries.ts';
import { settingsQueries } from '../../../bridge/queries/settingsQueries.ts';
import { queryClient } from '../../../bridge/queryClient.ts';
import { Button, IconButton } from '../../../parts/Button.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { useAct } from '../../../work/useAct.ts';
import { useSizeOptions } from './printerKinds.ts';

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
        onChange={(size) => onChange({ size: labelSizes.find((known) => known === size) ?? line.size })}
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
  const rules = useQuery(printQueries.rules()).data;
  const carriers = (useQuery(settingsQueries.carriers()).data ?? []).map(({ code }) => code);
  const save = useAct((carrierSizes: CarrierSize[]) => core.print.setRules({ carrierSizes }), {
    after: (saved) => queryClient.setQueryData(printQueries.rules().queryKey, saved),
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
