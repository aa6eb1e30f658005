import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import './form.css';

interface TextFieldProps {
  readonly label: string;
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
