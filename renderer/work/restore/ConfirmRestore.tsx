import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../shared/contracts/contract.ts';
import type { InspectedBackup } from '../../../shared/contracts/restore.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { formatCount } from '../../parts/format.ts';
import { Moment } from '../Moment.tsx';
import { useAct } from '../useAct.ts';
import type { Opening } from './OpenBackup.tsx';

interface ConfirmRestoreProps {
  readonly fileToken: string;
  readonly opening: Opening;
  readonly inspected: InspectedBackup;
  onRestored(restored: Answered<'restore', 'run'>): void;
}

/** What the backup holds and what changes with it; a manager's PIN where the workspace has operators; then the press. */
export function ConfirmRestore({ fileToken, opening, inspected, onRestored }: ConfirmRestoreProps) {
  const { t } = useTranslation();
  const { madeAt, orders, isPractice, changes, managers } = inspected;
  const [consent, setConsent] = useState({ ...noConsent, operatorId: managers[0]?.id ?? '' });
  const [isKeyReplaced, setKeyReplaced] = useState(false);
  const isOtherKey = changes.includes('other-key');
  const isReady =
    (managers.length === 0 || consent.pin !== '' || consent.rescueCode !== '') &&
    (!isOtherKey || isKeyReplaced);
  const run = useAct(
    () => core.restore.run({ fileToken, ...opening, ...consent, replaceKey: isKeyReplaced }),
    {
      isShownInPlace: true,
      after: onRestored,
      ended: () => setConsent({ ...consent, pin: '', rescueCode: '' }),
    },
  );
  return (
    <Form isReady={isReady && !run.isPending} onSubmit={() => run.mutate()}>
      <p className="restore-facts">
        <Moment at={madeAt} />
        <span className="number">{t('restore.has', { count: orders, shown: formatCount(orders) })}</span>
      </p>
      {isPractice && <p className="soft">{t('restore.practice')}</p>}
      {changes.length > 0 && (
        <section>
          <h3>{t('restore.changesTitle')}</h3>
          <ul className="restore-changes">
            {changes.map((kind) => (
              <li key={kind}>{t(`restore.changes.${kind}`)}</li>
            ))}
          </ul>
        </section>
      )}
      {isOtherKey && (
        <CheckField label={t('restore.replaceKey')} isOn={isKeyReplaced} onChange={setKeyReplaced} />
      )}
      {managers.length > 0 && <Consent inspected={inspected} consent={consent} onChange={setConsent} />}
      {run.failure !== null && <FailureNotice failure={run.failure} />}
      <Button look="primary" size="large" isSubmit isBusy={run.isPending} isDisabled={!isReady}>
        {t('restore.yes')}
      </Button>
    </Form>
  );
}

const noConsent = { operatorId: '', pin: '', rescueCode: '' };

interface ConsentProps {
  readonly inspected: InspectedBackup;
  readonly consent: typeof noConsent;
  onChange(consent: typeof noConsent): void;
}

/** A manager of the workspace as it is known newest, by PIN; whoever holds the rescue code, where the PIN is forgotten. */
function Consent({ inspected: { managers, hasRescueCode }, consent, onChange }: ConsentProps) {
  const { t } = useTranslation();
  const [isByRescue, setByRescue] = useState(false);
  const turn = (): void => {
    setByRescue(!isByRescue);
    onChange({ ...consent, pin: '', rescueCode: '' });
  };
  return (
    <section className="stack-tight">
      <h3>{t('restore.manager')}</h3>
      <p className="soft small">{t('restore.managerNote')}</p>
      {isByRescue ? (
        <TextField
          label={t('rescue.code')}
          maxLength={40}
          isAutoFocused
          value={consent.rescueCode}
          onChange={(rescueCode) => onChange({ ...consent, rescueCode })}
        />
      ) : (
        <div className="form-grid">
          <ChoiceField
            label={t('role.manager')}
            value={consent.operatorId}
            choices={managers.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(operatorId) => onChange({ ...consent, operatorId })}
          />
          <TextField
            label={t('restore.pin')}
            type="password"
            maxLength={12}
            value={consent.pin}
            onChange={(pin) => onChange({ ...consent, pin })}
          />
        </div>
      )}
      {hasRescueCode && (
        <div>
          <Button look="quiet" size="small" onPress={turn}>
            {t(isByRescue ? 'restore.byPin' : 'restore.byRescue')}
          </Button>
        </div>
      )}
    </section>
  );
}
