import {
  createElement,
  startTransition,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import './form.css';
import { FieldsAtOnce } from '../view/fieldsAtOnce.ts';
import type { SelectControl } from './SelectControl.tsx';

interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface SelectFieldProps<V extends string> {
  readonly label: string;
  readonly value: V | null;
  readonly options: readonly SelectOption<V>[];
  readonly placeholder?: string;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
  readonly width?: number | string;
  onChange(value: NoInfer<V>): void;
}

/** The list of before as long as the new one says the same. */
function useSameOptions<V extends string>(options: readonly SelectOption<V>[]): readonly SelectOption<V>[] {
  const [kept, setKept] = useState(options);
  const isSame =
    kept.length === options.length &&
    kept.every(({ value, label }, at) => value === options[at]?.value && label === options[at].label);
  if (!isSame) setKept(options);
  return isSame ? kept : options;
}

let control: typeof SelectControl | null = null;

/** Reads what the lists are drawn with, a quarter of a megabyte. */
export async function loadSelects(): Promise<void> {
  ({ SelectControl: control } = await import('./SelectControl.tsx'));
}

/** By then the rows are there that a screen was opened for; nobody reaches for a list sooner. */
const behindMs = 150;

/**
 * Not with the screen but behind it, piece by piece: each list is as dear as a dozen rows, and the first one reckons all styles. What the
 * screen is opened for comes before them, also while it waits for the core, and a key is heard in between.
 */
function useControl(): typeof control {
  const isAtOnce = useContext(FieldsAtOnce);
  const [drawn, setDrawn] = useState(() => (isAtOnce ? control : null));
  useEffect(() => {
    const draw = (): void => void loadSelects().then(() => startTransition(() => setDrawn(() => control)));
    const timer = setTimeout(draw, behindMs);
    return () => clearTimeout(timer);
  }, []);
  return drawn;
}

/** One of many, found by typing. Beside a list it is drawn again only when it shows something else: it is as dear as all its rows. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { label, value, placeholder, isDisabled = false } = props;
  const id = useId();
  const Control = useControl();
  const options = useSameOptions(props.options);
  const change = useRef(props.onChange);
  useLayoutEffect(() => {
    change.current = props.onChange;
  });
  const field = useMemo(
    () =>
      Control === null ? (
        <div className="text-input select-room" aria-hidden="true">
          {options.find((option) => option.value === value)?.label ?? placeholder}
        </div>
      ) : (
        createElement(Control, {
          id,
          label,
          value,
          options,
          placeholder,
          isDisabled,
          onChange: (chosen) => change.current(chosen as V),
        })
      ),
    [Control, id, label, value, options, placeholder, isDisabled],
  );
  return (
    <div className="field" style={props.width === undefined ? undefined : { width: props.width }}>
      <label htmlFor={id} className={props.isLabelHidden ? 'hidden-label' : 'field-label'}>
        {label}
      </label>
      {field}
    </div>
  );
}
