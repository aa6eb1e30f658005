import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoveInput } from '../../../shared/contracts/workstations/workstations.ts';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { formatCount } from '../../parts/format.ts';
import { go } from '../../parts/place.ts';
import { useAct } from '../../work/useAct.ts';
import { useMovePlace } from '../../work/workstations/movePlace.ts';
import { SealChoice } from '../../work/workstations/SealChoice.tsx';
import { StatementsPart } from '../../work/workstations/StatementsPart.tsx';
import { useBenchName } from '../../work/workstations/useBenchName.tsx';
import { useServer } from '../../work/workstations/useServer.tsx';

/** A move that is checked first, then begins when somebody has read what it comes to. */
function useMove() {
  const { t } = useTranslation();
  const place = useMovePlace();
  const check = useAct((target: MoveInput) => core.workstations.checkMove({ target }), {
    isShownInPlace: true,
  });
  const begin = useAct((target: MoveInput) => core.workstations.move({ target }), {
    isShownInPlace: true,
    after: (session) => {
      // Here it is told how it ended.
      go('settings', { section: 'workstations' });
      queryClient.setQueryData(ask.session.state.queryKey(), session);
    },
  });
  const target = check.variables;
  const question = check.data !== undefined && target !== undefined && (
    <AskDialog
      title={t('workstations.moveAsk', { place: place(check.data.place) })}
      yes={t('workstations.moveYes')}
      {...begin.dialog(target)}
      onClose={() => {
        check.reset();
        begin.reset();
      }}
    >
      <p>{t('workstations.moveChecked', { orders: formatCount(check.data.orders) })}</p>
      <p>{t('workstations.moveMeans')}</p>
      <p>{t(check.data.place === '' ? 'workstations.moveHereAfter' : 'workstations.moveThereAfter')}</p>
    </AskDialog>
  );
  return { check, question };
}

/** A book in a file goes to an empty database on a server of the shop. */
export function MoveThereForm({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const { server, typed, fields } = useServer();
  const [name, nameField] = useBenchName();
  const [isPersonalSealed, setPersonalSealed] = useState(false);
  const { check, question } = useMove();
  const isReady = server !== null && name !== '' && !check.isPending;
  return (
    <>
      <Form
        isReady={isReady}
        onSubmit={() => server !== null && check.mutate({ to: 'server', server, name, isPersonalSealed })}
      >
        <p className="soft small">{t('workstations.placeNote')}</p>
        <StatementsPart {...typed} />
        {fields}
        <SealChoice isSealed={isPersonalSealed} onChange={setPersonalSealed} />
        {nameField}
        <div className="form-foot stack">
          {check.failure !== null && <FailureNotice failure={check.failure} />}
          <p className="line">
            <Button look="primary" isSubmit isBusy={check.isPending} isDisabled={!isReady}>
              {t('workstations.moveCheck')}
            </Button>
            <Button onPress={onBack}>{t('common.cancel')}</Button>
          </p>
        </div>
      </Form>
      {question}
    </>
  );
}

/** The other way: to a file of this PC. */
export function MoveHereButton() {
  const { t } = useTranslation();
  const { check, question } = useMove();
  return (
    <>
      {check.failure !== null && <FailureNotice failure={check.failure} />}
      <Button {...check.press({ to: 'here' })}>{t('workstations.moveHere')}</Button>
      {question}
    </>
  );
}
