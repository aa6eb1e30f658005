import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import './button.css';
import { Icon, type IconName } from './Icon.tsx';

/** A key as it is printed on the keyboard. */
export function KeyHint({ combo }: { readonly combo: string }) {
  return (
    <kbd className="key-hint">
      {combo
        .replace('Enter', '↵')
        .replace('Escape', 'Esc')
        .replace('Delete', 'Del')
        .replace('ArrowLeft', '←')
        .replace('ArrowUp', '↑')
        .replace('ArrowDown', '↓')
        .replaceAll('+', ' ')}
    </kbd>
  );
}

/** A letter or digit alone, or with Alt or Ctrl: too many to be on the buttons all the time. */
const isLetter = (combo: string): boolean => combo !== 'Ctrl+Enter' && /(^|\+)\S$/.test(combo);

interface ButtonProps {
  readonly children?: ReactNode;
  /** Needed when there are no words. */
  readonly label?: string;
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'small' | 'work' | 'large';
  readonly icon?: IconName;
  readonly keyHint?: string;
  /** Said before its words, on the ground of a label: that nothing real comes of it. */
  readonly tag?: string | undefined;
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
  readonly isSubmit?: boolean;
  /** Only on a screen that is this one act, and where no field has the focus already. */
  readonly isAutoFocused?: boolean;
  readonly title?: string | undefined;
  /** The element that says what it is about, where many stand below each other with the same word. */
  readonly describedBy?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  onPress?(): void;
}

/** A button. While busy it keeps its size and takes no second press. */
export function Button(props: ButtonProps) {
  const own = useRef<HTMLButtonElement>(null);
  const { isAutoFocused = false } = props;
  useEffect(() => {
    if (isAutoFocused && document.activeElement === document.body) own.current?.focus();
  }, [isAutoFocused]);
  const { look = 'plain', size = 'work', icon, keyHint, isBusy = false, isDisabled = false } = props;
  return (
    <button
      ref={props.ref ?? own}
      type={props.isSubmit ? 'submit' : 'button'}
      className={`button button-${look} button-${size}${props.children === undefined ? ' button-icon' : ''}`}
      aria-label={props.label}
      aria-busy={isBusy}
      aria-keyshortcuts={keyHint?.replace('Ctrl', 'Control')}
      aria-pressed={props.isPressed}
      aria-describedby={props.describedBy}
      title={props.title ?? props.label}
      disabled={isDisabled}
      onClick={isBusy ? undefined : props.onPress}
    >
      {isBusy ? <span className="spinner" aria-hidden="true" /> : icon !== undefined && <Icon name={icon} />}
      {props.tag !== undefined && <span className="button-tag">{props.tag}</span>}
      {props.children !== undefined && <span>{props.children}</span>}
      {keyHint !== undefined && (
        // Told by `aria-keyshortcuts`; read out, its signs would be part of the name.
        <span className={isLetter(keyHint) ? 'button-letter' : undefined} aria-hidden="true">
          <KeyHint combo={keyHint} />
        </span>
      )}
    </button>
  );
}

/** A small quiet button that is only a picture; its words are on hover. */
export function IconButton(
  props: Pick<ButtonProps, 'isBusy' | 'isDisabled' | 'onPress'> & {
    readonly icon: IconName;
    readonly label: string;
  },
) {
  return <Button look="quiet" size="small" {...props} />;
}
