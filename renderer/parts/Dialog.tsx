import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './dialog.css';
import { IconButton } from './Button.tsx';

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

/**
 * The browser's own modal dialog: it keeps the focus inside, gives it back, and closes on Esc. Our own instead of the
 * component set's, because that one moves the focus by itself and can swallow a scan.
 */
export function Dialog(props: DialogProps) {
  const { title, children, width = 480, actions, look = 'card', onClose } = props;
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (dialog.current?.open !== false) return;
    dialog.current.showModal();
    // The browser would choose the close button, since it stands first.
    const first = dialog.current.querySelector<HTMLElement>('[data-first-focus]');
    (
      first ?? dialog.current.querySelector<HTMLElement>('.dialog-body .text-input, .dialog-body form input')
    )?.focus();
  }, []);
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
      // A second Esc in a row closes a dialog without the question above: one that must stay is opened again.
      onClose={() => {
        if (onClose !== undefined) onClose();
        else if (dialog.current?.isConnected) dialog.current.showModal();
      }}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        {onClose !== undefined && <IconButton icon="close" label={t('common.close')} onPress={onClose} />}
      </header>
      <div className="dialog-body">{children}</div>
      {actions !== undefined && <footer className="dialog-foot">{actions}</footer>}
    </dialog>
  );
}
