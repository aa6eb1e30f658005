import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './dialog.css';
import { IconButton } from './Button.tsx';
import { ToastRegion } from './feedback/Toasts.tsx';
import { FieldsAtOnce } from './view/fieldsAtOnce.ts';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly width?: number;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode;
  /** `cover`: nothing of the page is seen behind it, except the status bar. */
  readonly look?: 'card' | 'cover';
  /** Absent: there is no way out but what the dialog asks for. */
  onClose?(): void;
}

const readyAct = '.dialog-foot .button-primary:not(:disabled)';
const asideButton = '.dialog-foot .button:not(.button-primary)';

/** Where Enter should be right at once: what was named, the first field, then the act. A dangerous act is walked to. */
const firstFocus = [
  '[data-first-focus]',
  '.dialog-body .text-input:not(.select-room), .dialog-body form input',
  readyAct,
  '.dialog-body .button-primary:not(:disabled)',
  '.dialog-foot .button:not(:disabled)',
  '.dialog-body .button:not(:disabled, .button-danger)',
];

/** Of choices side by side the one that is on: keys go on from there. */
function chosenOf(found: HTMLElement): HTMLElement {
  if (!(found instanceof HTMLInputElement) || found.type !== 'radio') return found;
  const group = found.closest('fieldset, form')?.querySelector<HTMLElement>('input[type="radio"]:checked');
  return group ?? found;
}

/** Enter opens its list: where one is chosen already and the act is ready, Enter is meant for the act. */
const isList = (field: HTMLElement): boolean => field.matches('[role="combobox"]');

function focusFirst(dialog: HTMLElement): HTMLElement | null {
  const act = dialog.querySelector<HTMLElement>(readyAct);
  for (const selector of firstFocus) {
    const field = dialog.querySelector<HTMLElement>(selector);
    if (field === null) continue;
    const found = act !== null && isList(field) ? act : field;
    const first = chosenOf(found);
    first.focus();
    return first;
  }
  return null;
}

/** It still has the focus it was given, and Enter there would not do the act. */
function isUntouched(own: HTMLElement): boolean {
  if (document.activeElement !== own) return false;
  return own.matches(asideButton) || (isList(own) && own.getAttribute('aria-expanded') !== 'true');
}

/** Opens it as a modal one, with the focus where Enter is right; an act that was not ready yet takes it from the button beside it. */
function useFirstFocus(dialog: RefObject<HTMLDialogElement | null>): void {
  const given = useRef<HTMLElement | null>(null);
  // With the frame that shows it: an Enter is meant for the act that is seen, never for what had the focus a moment before.
  useLayoutEffect(() => {
    if (dialog.current?.open !== false) return;
    dialog.current.showModal();
    // The browser would choose the close button, since it stands first.
    given.current = focusFirst(dialog.current);
  }, [dialog]);
  useLayoutEffect(() => {
    const own = given.current;
    if (own === null || !isUntouched(own)) return;
    if (dialog.current?.querySelector(readyAct) != null) given.current = focusFirst(dialog.current);
  });
}

/** Whoever had the focus before gets it back; where that is gone, the screen does, so that Tab goes on from there. */
function useFocusBack(dialog: RefObject<HTMLDialogElement | null>): void {
  const [previous] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (dialog.current?.isConnected === true) return;
      const focused = document.activeElement;
      if (focused !== null && focused !== document.body) return;
      const back =
        previous instanceof HTMLElement && previous.isConnected && previous !== document.body
          ? previous
          : null;
      (back ?? document.querySelector<HTMLElement>('.shell-main'))?.focus({ preventScroll: true });
    },
    [dialog, previous],
  );
}

/**
 * Esc asks nothing of a dialog that must stay. A second one would close it unasked, and a key right behind that reach the page before the
 * dialog is open again.
 */
function useNoEscape(dialog: RefObject<HTMLDialogElement | null>, mustStay: boolean): void {
  useEffect(() => {
    if (!mustStay) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      const open = document.querySelectorAll('dialog[open]');
      const isAbove = open.length === 1 || dialog.current?.contains(event.target as Node) === true;
      if (event.key === 'Escape' && isAbove) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [dialog, mustStay]);
}

/**
 * The browser's own modal dialog: it keeps the focus inside and closes on Esc. Our own instead of the
 * component set's, because that one moves the focus unasked and can swallow a scan.
 */
export function Dialog(props: DialogProps) {
  const { title, children, width = 480, actions, look = 'card', onClose } = props;
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useFocusBack(dialog);
  useFirstFocus(dialog);
  useNoEscape(dialog, onClose === undefined);
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${look}`}
      style={{ width }}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      // Where Esc did not come to the page, a second one closes a dialog without the question above: one that must stay is opened again.
      onClose={() => {
        if (onClose !== undefined) onClose();
        else if (dialog.current?.isConnected) dialog.current.showModal();
      }}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        {onClose !== undefined && <IconButton icon="close" label={t('common.close')} onPress={onClose} />}
      </header>
      <div className="dialog-body">
        <FieldsAtOnce value={true}>{children}</FieldsAtOnce>
      </div>
      <ToastRegion host={titleId} />
      {actions !== undefined && <footer className="dialog-foot">{actions}</footer>}
    </dialog>
  );
}
