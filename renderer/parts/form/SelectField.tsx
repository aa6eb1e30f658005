import { Select } from 'antd';
import { useId } from 'react';
import { ControlsProvider } from './ControlsProvider.tsx';
import './form.css';

interface SelectFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly placeholder?: string;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
  readonly width?: number | string;
  readonly size?: 'small' | 'middle';
  onChange(value: string): void;
}

/** One of many, found by typing. */
export function SelectField(props: SelectFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={props.isLabelHidden ? 'hidden-label' : 'field-label'}>
        {props.label}
      </label>
      <ControlsProvider>
        <Select
          id={id}
          aria-label={props.label}
          showSearch={{ optionFilterProp: 'label' }}
          size={props.size ?? 'middle'}
          value={props.value}
          options={[...props.options]}
          placeholder={props.placeholder}
          disabled={props.isDisabled ?? false}
          style={{ width: props.width ?? '100%' }}
          onChange={(value) => value !== null && props.onChange(value)}
        />
      </ControlsProvider>
    </div>
  );
}
