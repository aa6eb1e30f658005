import { Cascader } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostalAddress } from '../../../shared/domain/party.ts';
import { ControlsProvider } from './ControlsProvider.tsx';

type Region = Pick<PostalAddress, 'province' | 'city' | 'district'>;

export interface DivisionNode {
  readonly value: string;
  readonly label: string;
  readonly children?: DivisionNode[];
}

interface RegionFieldProps {
  readonly value: Region;
  /** All provinces with their cities and districts. */
  readonly divisions: readonly DivisionNode[];
  readonly hint?: ReactNode;
  onChange(region: Region): void;
}

/** Does every typed piece stand somewhere in the path? 杭州 余杭 and 余杭 both find 浙江省 杭州市 余杭区. */
function fitsTyped(typed: string, path: readonly { readonly label?: unknown }[]): boolean {
  const whole = path.map(({ label }) => String(label)).join('');
  return typed
    .trim()
    .split(/\s+/)
    .every((piece) => whole.includes(piece));
}

/** Province, city and district from the division data, by choosing or by typing. */
export function RegionField({ value, divisions, hint, onChange }: RegionFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {t('field.region')}
      </label>
      <ControlsProvider>
        <Cascader<DivisionNode>
          id={id}
          aria-label={t('field.region')}
          value={[value.province, value.city, value.district].filter((name) => name !== '')}
          options={[...divisions]}
          changeOnSelect
          showSearch={{ filter: fitsTyped, limit: 30 }}
          allowClear={false}
          placeholder={t('field.region')}
          displayRender={(labels) => labels.join(' ')}
          onChange={([province = '', city = '', district = '']) => onChange({ province, city, district })}
        />
      </ControlsProvider>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
    </div>
  );
}
