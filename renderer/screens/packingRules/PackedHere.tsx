import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import { ask } from '../../bridge/core.ts';
import { useCarrierNames, useCarrierOptions } from '../../bridge/knownNames.ts';
import { SelectField } from '../../parts/form/SelectField.tsx';

interface PackedHereProps {
  readonly rules: Answered<'packing', 'rules'>;
  onChange(patch: Asked<'packing', 'setRules'>): void;
}

/** The shops and carriers of this bench; a parcel of another one is stopped. */
export function PackedHere({ rules: { shops, carriers }, onChange }: PackedHereProps) {
  const { t } = useTranslation();
  const known = useQuery(ask.rules.names.queryOptions()).data?.shops ?? [];
  const carrierName = useCarrierNames();
  return (
    <div className="packing-fields">
      <PlaceList
        label={t('packingRules.shops')}
        all={t('packingRules.allShops')}
        add={t(known.length === 0 ? 'packingRules.noShops' : 'packingRules.addShop')}
        chosen={shops}
        options={known.map((value) => ({ value, label: value }))}
        nameOf={(shop) => shop}
        onChange={(left) => onChange({ shops: left })}
      />
      <PlaceList
        label={t('packingRules.carriers')}
        all={t('packingRules.allCarriers')}
        add={t('packingRules.addCarrier')}
        chosen={carriers}
        options={useCarrierOptions()}
        nameOf={carrierName}
        onChange={(left) => onChange({ carriers: left })}
      />
    </div>
  );
}

interface PlaceListProps {
  readonly label: string;
  /** Stands there while there is no limit. */
  readonly all: string;
  readonly add: string;
  readonly chosen: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  nameOf(value: string): string;
  onChange(chosen: string[]): void;
}

function PlaceList({ label, all, add, chosen, options, nameOf, onChange }: PlaceListProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="stack-tight">
      <legend className="field-label">{label}</legend>
      <div className="chips packing-chips">
        {chosen.length === 0 && <span>{all}</span>}
        {chosen.map((value) => (
          <span key={value} className="chip chip-own">
            {nameOf(value)}
            <button
              type="button"
              className="chip-remove"
              aria-label={t('packingRules.remove', { name: nameOf(value) })}
              onClick={() => onChange(chosen.filter((one) => one !== value))}
            >
              ×
            </button>
          </span>
        ))}
      </div>
      <SelectField
        label={add}
        isLabelHidden
        placeholder={add}
        value={null}
        options={options.filter(({ value }) => !chosen.includes(value))}
        onChange={(value) => onChange([...chosen, value])}
      />
    </fieldset>
  );
}
