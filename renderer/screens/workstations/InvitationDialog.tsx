import { type CSSProperties, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { minuteMs } from '../../../shared/rules/shopTime.ts';
import './workstations.css';
import type { Answered } from '../../../shared/contracts/contract.ts';
import { useNow } from '../../bridge/page.ts';
import { BitmapCanvas } from '../../parts/BitmapCanvas.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { OnceCopy } from '../../work/OnceCopy.tsx';

export type Invitation = Answered<'workstations', 'invite'>;

interface InvitationDialogProps {
  readonly invitation: Invitation;
  onNoted(): void;
}

/** An invitation, the one time it is shown, with the minutes it is still good for. It closes by its button alone. */
export function InvitationDialog({ invitation, onNoted }: InvitationDialogProps) {
  const { t } = useTranslation();
  const { code, untilAt, isWithinComputer, picture } = invitation;
  const [isPicture, setPicture] = useState(false);
  const minutes = Math.max(0, Math.ceil((untilAt - useNow()) / minuteMs));
  return (
    <Dialog title={t('workstations.inviteTitle')} width={560}>
      <div className="stack">
        <p>{t(isPicture ? 'workstations.pictureHow' : 'workstations.inviteHow')}</p>
        {isWithinComputer && (
          <Notice tone="note" title={t('workstations.within')} next={t('workstations.withinNext')} />
        )}
        {isPicture && picture !== null ? (
          <div className="invitation-picture" style={{ '--modules': picture.side } as CSSProperties}>
            <BitmapCanvas
              widthDots={picture.side}
              heightDots={picture.side}
              bytesPerRow={picture.bytesPerRow}
              bitsBase64={picture.bitsBase64}
              label={t('workstations.picture')}
            />
          </div>
        ) : (
          <code className="invitation-code">{code}</code>
        )}
        <p>{minutes === 0 ? t('workstations.expired') : t('workstations.minutes', { count: minutes })}</p>
        <p className="soft small">{t('workstations.keepIt')}</p>
        <div className="form-actions">
          <OnceCopy text={code} />
          {picture !== null && (
            <Button onPress={() => setPicture(!isPicture)}>
              {t(isPicture ? 'workstations.asText' : 'workstations.asPicture')}
            </Button>
          )}
          <Button look="primary" onPress={onNoted}>
            {t('workstations.noted')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
