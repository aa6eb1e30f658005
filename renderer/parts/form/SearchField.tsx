import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../Icon.tsx';
import { useKeys } from '../useKeys.ts';
import { TextField } from './TextField.tsx';

/** The search of a list; `/` leads to it. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange(value: string): void;
}) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useKeys(useMemo(() => [{ combo: '/', says: t('keys.search'), run: () => field.current?.focus() }], [t]));
  return (
    <div className="search-field">
      <Icon name="search" />
      <TextField
        ref={field}
        label={label}
        isLabelHidden
        type="search"
        placeholder={label}
        maxLength={100}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
