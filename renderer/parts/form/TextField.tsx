import { type KeyboardEvent, type ReactNode, type Ref, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './form.css';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { useKeys } from '../keys.ts';

interface TextFieldProps {
  readonly label: string;
  /** By which a form finds it, to lead there. */
  readonly name?: string;
  readonly value: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly type?: 'text' | 'password' | 'search';
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** More than one line when set. */
  readonly rows?: number;
  readonly isAutoFocused?: boolean;
  readonly isLabelHidden?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
  onChange(value: string): void;
  onBlur?(): void;
  onKeyDown?(event: KeyboardEvent): void;
}

/** A labelled text field, one line or several. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = props.error ?? props.hint;
  const shared = {
    id,
    name: props.name,
    className: 'text-input',
    value: props.value,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    spellCheck: false,
    autoComplete: 'off',
    onBlur: props.onBlur,
    onKeyDown: props.onKeyDown,
    'aria-invalid': props.error !== undefined,
    'aria-describedby': note === undefined ? undefined : noteId,
  };
  return (
    <div className="field">
      <label htmlFor={id} className={props.isLabelHidden ? 'hidden-label' : 'field-label'}>
        {props.label}
      </label>
      {props.rows === undefined ? (
        <input
          {...shared}
          ref={props.ref}
          type={props.type ?? 'text'}
          // biome-ignore lint/a11y/noAutofocus: only where the screen is that one field (passphrase, palette)
          autoFocus={props.isAutoFocused}
          onChange={(event) => props.onChange(event.target.value)}
        />
      ) : (
        <textarea {...shared} rows={props.rows} onChange={(event) => props.onChange(event.target.value)} />
      )}
      {note !== undefined && (
        <p id={noteId} className={props.error === undefined ? 'field-hint' : 'field-error'}>
          {note}
        </p>
      )}
    </div>
  );
}

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

interface ReasonFieldProps {
  readonly label: string;
  readonly value: string;
  /** Ready ones, one press each. */
  readonly ready: readonly string[];
  onChange(reason: string): void;
}

/** Why something is done: a ready reason or a few words of one's own. */
export function ReasonField({ label, value, ready, onChange }: ReasonFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  // On to the field, so that the next Enter does what the reason is for.
  const choose = (reason: string): void => {
    onChange(reason);
    field.current?.focus();
  };
  return (
    <>
      <div className="line">
        {ready.map((reason) => (
          <Button key={reason} size="small" isPressed={value === reason} onPress={() => choose(reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <TextField ref={field} label={label} maxLength={100} value={value} onChange={onChange} />
    </>
  );
}
