import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Party } from '../../../shared/domain/party.ts';
import type { RegionSource } from './RegionColumns.tsx';
import { RegionField } from './RegionField.tsx';
import { TextField } from './TextField.tsx';

/** As long as the contract takes each. */
const longest = { name: 60, phone: 40, extension: 10, town: 40, detail: 200 } as const;

interface PartyFieldsProps {
  readonly party: Party;
  readonly source: RegionSource;
  readonly look?: string;
  readonly hasExtension?: boolean;
  /** What is below a field, or below the three that are a region. */
  hintOf?(fields: readonly (keyof Party)[]): ReactNode;
  onChange(part: Partial<Party>): void;
}

/** Who and where, field by field. */
export function PartyFields(props: PartyFieldsProps) {
  const { party, source, look = '', hasExtension = false, hintOf, onChange } = props;
  const { t } = useTranslation();
  const text = (field: keyof typeof longest) => (
    <TextField
      label={t(`field.${field}`)}
      name={field}
      maxLength={longest[field]}
      value={party[field]}
      hint={hintOf?.([field])}
      onChange={(value) => onChange({ [field]: value })}
    />
  );
  return (
    <div className={`form-grid ${look}`.trim()}>
      {text('name')}
      {hasExtension ? (
        <div className="phone-pair">
          {text('phone')}
          {text('extension')}
        </div>
      ) : (
        text('phone')
      )}
      <RegionField
        value={party}
        source={source}
        hint={hintOf?.(['province', 'city', 'district'])}
        onChange={onChange}
      />
      {text('town')}
      <div className="form-wide">{text('detail')}</div>
    </div>
  );
}
