import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementsView } from '../../../shared/contracts/platformRecord/platformRecord.ts';
import { type Confirmer, confirmers } from '../../../shared/domain/platformRecord/requirements.ts';
import { core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { Button } from '../../parts/Button.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';

interface ConfirmListProps {
  readonly requirements: RequirementsView;
  onConfirmed(reply: RequirementsView): void;
}

/** Business, technical, provider: who has said that the list is right as it is. */
export function ConfirmList({ requirements, onConfirmed }: ConfirmListProps) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="plain-list panel">
        {confirmers.map((confirmer) => (
          <ConfirmRow
            key={confirmer}
            confirmer={confirmer}
            requirements={requirements}
            onConfirmed={onConfirmed}
          />
        ))}
      </ul>
      <p className="soft small">{t('record.list.confirmNote')}</p>
    </>
  );
}

function ConfirmRow({
  confirmer,
  requirements: { confirmations, missing },
  onConfirmed,
}: ConfirmListProps & { readonly confirmer: Confirmer }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const mayChange = useMissingRight(['changeSettings']) === null;
  const confirm = useAct(() => core.platformRecord.confirmRequirements({ confirmer, name }), {
    after: onConfirmed,
  });
  const said = confirmations[confirmer];
  const who = t(`confirmer.${confirmer}`);
  return (
    <li className="record-row">
      <span className="record-state">{who}</span>
      {said !== undefined ? (
        <>
          <StateMark tone="done" label={t('record.list.confirmed', { name: said.name })} />
          <span className="soft small">
            <Moment at={said.at} />
          </span>
        </>
      ) : (
        <StateMark tone="waiting" label={t('record.list.unconfirmed')} />
      )}
      <span className="grow" />
      {said === undefined && mayChange && missing.length === 0 && (
        <Form look="line" isReady={name.trim() !== ''} onSubmit={() => confirm.mutate()}>
          <TextField
            label={t('record.list.confirmName', { who })}
            isLabelHidden
            placeholder={t('record.list.confirmName', { who })}
            maxLength={40}
            value={name}
            onChange={setName}
          />
          <Button size="small" isSubmit isDisabled={name.trim() === ''} isBusy={confirm.isPending}>
            {t('record.list.confirmAct')}
          </Button>
        </Form>
      )}
    </li>
  );
}
