import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorParams } from '../../shared/errors/outcome.ts';
import { Button, IconButton } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { FailureNotice } from './feedback/Notice.tsx';
import { Form } from './form/Form.tsx';
import type { IconName } from './Icon.tsx';

interface AskDialogProps {
  readonly title: string;
  readonly width?: number;
  /** The act, in the words of its button. */
  readonly yes: string;
  /** Absent: the usual word for leaving it. */
  readonly no?: string;
  readonly look?: 'primary' | 'danger';
  /** Enter belongs to its text of several lines. Absent: Enter, except where the act is dangerous. */
  readonly keyHint?: 'Ctrl+Enter';
  /** What was typed or chosen will do. */
  readonly isReady?: boolean;
  readonly isBusy?: boolean;
  /** Why the act did not succeed. */
  readonly failure?: { readonly code: string; readonly params?: ErrorParams | undefined } | null;
  /** There are fields: the focus begins in them, and Enter does the act. */
  readonly isForm?: boolean;
  /** Further buttons, between leaving and doing. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
  onYes(): void;
  onClose(): void;
}

/** A dialog that leads to one act: what it is about, the way out, and the act in words. */
export function AskDialog(props: AskDialogProps) {
  const { isReady = true, isBusy = false, failure = null } = props;
  const { t } = useTranslation();
  const failed = useRef<HTMLDivElement>(null);
  const hasFailed = failure !== null;
  // The act was pressed at the end of a long form: why it did not succeed is seen at once, not scrolled to.
  useEffect(() => {
    if (hasFailed) failed.current?.scrollIntoView({ block: 'nearest' });
  }, [hasFailed]);
  const body = (
    <>
      {hasFailed && (
        <div ref={failed}>
          <FailureNotice failure={failure} />
        </div>
      )}
      {props.children}
    </>
  );
  return (
    <Dialog
      title={props.title}
      {...(props.width === undefined ? {} : { width: props.width })}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{props.no ?? t('common.cancel')}</Button>
          {props.more}
          <Button
            look={props.look ?? 'primary'}
            isDisabled={!isReady}
            isBusy={isBusy}
            {...(props.look === 'danger' ? {} : { keyHint: props.keyHint ?? 'Enter' })}
            onPress={props.onYes}
          >
            {props.yes}
          </Button>
        </>
      }
    >
      {props.isForm === true ? (
        <Form isReady={isReady && !isBusy} onSubmit={props.onYes}>
          {body}
          <button type="submit" hidden />
        </Form>
      ) : (
        <div className="stack">{body}</div>
      )}
    </Dialog>
  );
}

interface AskingButtonProps extends Pick<AskDialogProps, 'title' | 'yes' | 'no' | 'look' | 'isBusy'> {
  readonly label: string;
  readonly icon?: IconName;
  readonly size?: 'small';
  /** How the button itself looks; `icon`: only the picture, the label is on hover. */
  readonly button?: 'plain' | 'primary' | 'danger' | 'icon';
  readonly isDisabled?: boolean;
  readonly note: string;
  /** The question closes when this has ended, well or not. */
  act(): Promise<unknown>;
}

/** A button whose act is done once somebody has read what will happen. */
export function AskingButton(props: AskingButtonProps) {
  const { label, icon, size, button = 'plain', isDisabled = false, note, act, ...dialog } = props;
  const [isAsking, setAsking] = useState(false);
  const shared = { isDisabled, onPress: () => setAsking(true) };
  const close = (): void => setAsking(false);
  return (
    <>
      {button === 'icon' ? (
        <IconButton icon={icon ?? 'trash'} label={label} {...shared} />
      ) : (
        <Button
          look={button}
          label={label}
          {...(size === undefined ? {} : { size })}
          {...(icon === undefined ? {} : { icon })}
          {...shared}
        >
          {label}
        </Button>
      )}
      {isAsking && (
        <AskDialog {...dialog} onYes={() => void act().then(close, close)} onClose={close}>
          <p>{note}</p>
        </AskDialog>
      )}
    </>
  );
}
