import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '../../../shared/contracts/settings.ts';
import { fallbacks } from '../../../shared/domain/booking.ts';
import { core } from '../../bridge/core.ts';
import type { AccountHealthView } from '../../bridge/queries/bookingQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { MoveWaiting } from '../../work/lanes.tsx';
import { useAct } from '../../work/useAct.ts';

interface FallbackFormProps {
  readonly health: AccountHealthView;
  readonly others: readonly AccountRow[];
}

/** What becomes of orders that this account certainly did not book. */
export function FallbackForm({ health, others }: FallbackFormProps) {
  const { t } = useTranslation();
  const [fallback, setFallback] = useState(health.fallback);
  const [backupId, setBackupId] = useState(health.backupAccountId);
  const save = useAct(
    () =>
      core.bookingHealth.setFallback({ accountId: health.accountId, fallback, backupAccountId: backupId }),
    { says: () => t('accounts.fallbackSaved') },
  );
  const backup = others.find(({ id }) => id === backupId);
  // What waits now may be handed over once, whatever the setting says.
  const isBackupAsked = fallback === 'backup' || health.counts.waiting > 0;
  const isWhole = fallback !== 'backup' || backup !== undefined;
  return (
    <Form look="stack-tight" isReady={isWhole} onSubmit={() => save.mutate()}>
      <ChoiceField
        label={t('accounts.fallback')}
        value={fallback}
        choices={fallbacks.map((value) => ({ value, label: t(`fallback.${value}`) }))}
        onChange={(chosen) => setFallback(chosen)}
      />
      <p className="soft small">{t(`accounts.fallbackNote.${fallback}`)}</p>
      <div className="line">
        {isBackupAsked && others.length === 0 && <span className="soft small">{t('accounts.noBackup')}</span>}
        {isBackupAsked && others.length > 0 && (
          <SelectField
            label={t('accounts.backupAccount')}
            isLabelHidden
            width={200}
            placeholder={t('accounts.backupAccount')}
            value={backupId}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setBackupId}
          />
        )}
        <Button isSubmit isDisabled={!isWhole} isBusy={save.isPending}>
          {t('accounts.saveFallback')}
        </Button>
        {backup !== undefined && (
          <MoveWaiting
            health={health}
            backup={backup}
            label={t('accounts.moveNow', { count: health.counts.waiting })}
          />
        )}
      </div>
    </Form>
  );
}
