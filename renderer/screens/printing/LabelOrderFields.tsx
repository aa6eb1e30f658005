import { useTranslation } from 'react-i18next';
import type { PrintRules } from '../../../shared/contracts/printContract.ts';
import { labelOrderKeys } from '../../../shared/domain/printJob.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';

type LabelOrder = PrintRules['labelOrder'];

interface LabelOrderFieldsProps {
  readonly order: LabelOrder;
  onChange(order: LabelOrder): void;
}

/** In which order the labels come out: as the bench needs them. */
export function LabelOrderFields({ order, onChange }: LabelOrderFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        label={t('printing.orderBy')}
        value={order.by}
        choices={labelOrderKeys.map((value) => ({ value, label: t(`printing.orderedBy.${value}`) }))}
        onChange={(by) => onChange({ ...order, by })}
      />
      <label className="line">
        <input
          type="checkbox"
          checked={order.isReversed}
          onChange={(event) => onChange({ ...order, isReversed: event.target.checked })}
        />
        {t('printing.reversed')}
      </label>
    </>
  );
}
