import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import type { IconName } from './Icon.tsx';

interface AskingButtonProps {
  readonly icon: IconName;
  readonly size?: 'small';
  readonly label: string;
  /** What is asked, with how many it is about. */
  readonly title: string;
  readonly note: string;
  readonly yes: string;
  /** Absent: the usual word for leaving it. */
  readonly no?: string;
  readonly look?: 'primary' | 'danger';
  readonly isBusy: boolean;
  /** The question closes when this has ended, well or not. */
  readonly act: () => Promise<unknown>;
}

/** A button whose act is done once somebody has read what will happen. */
export function AskingButton(props: AskingButtonProps): ReactNode {
  const { icon, size, label, title, note, yes, no, look = 'primary', isBusy, act } = props;
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button {...(size === undefined ? {} : { size })} icon={icon} onPress={() => setAsking(true)}>
        {label}
      </Button>
      {isAsking && (
        <Dialog
          title={title}
          onClose={close}
          actions={
            <>
              <Button onPress={close}>{no ?? t('common.cancel')}</Button>
              <Button look={look} isBusy={isBusy} onPress={() => void act().then(close, close)}>
                {yes}
              </Button>
            </>
          }
        >
          <p>{note}</p>
        </Dialog>
      )}
    </>
  );
}
