import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { AskingButton } from '../../parts/AskingButton.tsx';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';

interface RescuePanelProps {
  readonly hasRescueCode: boolean;
  onCode(code: string): void;
}

/** The way back in for a manager who forgets the PIN; where there is none yet it says so. */
export function RescuePanel({ hasRescueCode, onCode }: RescuePanelProps) {
  const { t } = useTranslation();
  const make = useMutation({
    mutationFn: () => core.operators.makeRescueCode(),
    onSuccess: ({ rescueCode }) => onCode(rescueCode),
  });
  if (!hasRescueCode)
    return (
      <Notice tone="unsure" title={t('rescue.missing')} next={t('rescue.missingNext')}>
        <Button look="primary" isBusy={make.isPending} onPress={() => make.mutate()}>
          {t('rescue.make')}
        </Button>
      </Notice>
    );
  return (
    <div className="panel panel-pad line">
      <div className="grow">
        <p>{t('rescue.present')}</p>
        <p className="soft small">{t('rescue.presentNote')}</p>
      </div>
      <AskingButton
        icon="refresh"
        size="small"
        label={t('rescue.renew')}
        title={t('rescue.renewTitle')}
        note={t('rescue.renewNote')}
        yes={t('rescue.renewYes')}
        isBusy={make.isPending}
        act={() => make.mutateAsync()}
      />
    </div>
  );
}
