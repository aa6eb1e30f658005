import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { useScanTaker } from '../../parts/scanTakers.ts';
import { useAct } from '../../work/useAct.ts';
import { type FoundRecovery, type RecoveryStep, recoverySteps } from './recovery.ts';

interface RecoverDialogProps {
  readonly printerUri: string;
  readonly printerName: string;
  /** A label was scanned already. */
  readonly found: FoundRecovery | null;
  onClose(): void;
}

/** After a jam, paper-out or cable loss: the last good label is scanned, what follows from it is shown, then a person decides. */
export function RecoverDialog({ printerUri, printerName, found, onClose }: RecoverDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const plan = useAct(
    async (code: string): Promise<FoundRecovery> => ({
      printerUri,
      code,
      plan: await core.print.planRecovery({ printerUri, code }),
    }),
    { isShownInPlace: true },
  );
  useScanTaker((code) => {
    plan.mutate(code.slice(0, 60));
    return true;
  });
  const shown = plan.data ?? (plan.isIdle ? found : null);
  if (shown !== null) return <RecoveryPlan key={shown.code} found={shown} {...{ printerName, onClose }} />;
  return (
    <Dialog
      title={t('printing.recoverTitle', { name: printerName })}
      width={560}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('common.cancel')}</Button>}
    >
      <Form isReady={typed.trim() !== ''} onSubmit={() => plan.mutate(typed.trim())}>
        {plan.error !== null && <FailureNotice failure={failureOf(plan.error)} />}
        <p className="asking-title">{t('printing.scanLastGood')}</p>
        <p>{t('printing.scanLastGoodNote')}</p>
        <div className="line">
          <TextField label={t('printing.orTypeNumber')} maxLength={60} value={typed} onChange={setTyped} />
          <Button isSubmit isDisabled={typed.trim() === ''} isBusy={plan.isPending} keyHint="Enter">
            {t('printing.showPlan')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface RecoveryPlanProps {
  readonly found: FoundRecovery;
  readonly printerName: string;
  onClose(): void;
}

const tones: Readonly<Record<RecoveryStep['id'], Tone>> = {
  scanned: 'done',
  confirmed: 'done',
  stillUnsure: 'unsure',
  rest: 'failed',
};

/** Labels shown by name; more are counted. */
const shownRest = 6;

function RestList({ rest }: { readonly rest: readonly PrintJobRow[] }) {
  const { t } = useTranslation();
  const more = rest.length - shownRest;
  return (
    <ul className="plain-list recovery-rest">
      {rest.slice(0, shownRest).map((job) => (
        <li key={job.id} className="line">
          <span className="number">{`${job.serialNo} / ${job.serialTotal}`}</span>
          <span className="number">{job.waybillNo}</span>
          <span>{job.receiverName}</span>
          <span className="soft small">{t(`job.${job.state}`)}</span>
        </li>
      ))}
      {more > 0 && <li className="soft small">{t('printing.andMore', { count: more })}</li>}
    </ul>
  );
}

function useRecover({ found, onClose }: Pick<RecoveryPlanProps, 'found' | 'onClose'>) {
  const { t } = useTranslation();
  const { printerUri, code, plan } = found;
  return useAct(
    (rest: 'print' | 'ask') =>
      core.print.recover({ printerUri, code, rest, restIds: plan.rest.map(({ id }) => id) }),
    {
      says: ({ confirmed, resumed, asking }) => ({
        tone: asking > 0 ? 'unsure' : 'done',
        says: [
          t('printing.recovered', { count: confirmed + 1 }),
          resumed > 0 ? t('printing.recoveredResumed', { count: resumed }) : '',
          asking > 0 ? t('printing.recoveredAsking', { count: asking }) : '',
        ].join(''),
      }),
      after: onClose,
      isShownInPlace: true,
    },
  );
}

/** What is confirmed, what goes on asking and what prints again, before any of it is done. */
function RecoveryPlan({ found, printerName, onClose }: RecoveryPlanProps) {
  const { t } = useTranslation();
  const { plan } = found;
  const recover = useRecover({ found, onClose });
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => main.current?.focus(), []);
  const hasRest = plan.rest.length > 0;
  return (
    <Dialog
      title={t('printing.recoverTitle', { name: printerName })}
      width={600}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          {hasRest && <Button {...recover.press('ask')}>{t('printing.askOneByOne')}</Button>}
          <Button ref={main} look="primary" keyHint="Enter" {...recover.press('print')}>
            {hasRest ? t('printing.printRest', { count: plan.rest.length }) : t('printing.confirmThese')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {recover.error !== null && <FailureNotice failure={failureOf(recover.error)} />}
        <p>
          {t('printing.lastGoodIs', {
            waybillNo: plan.scanned.waybillNo,
            name: plan.scanned.receiverName,
            serial: plan.scanned.serialNo,
            of: plan.scanned.serialTotal,
          })}
        </p>
        <ol className="plain-list stack-tight">
          {recoverySteps(plan).map(({ id, count }) => (
            <li key={id}>
              <StateMark tone={tones[id]} label={t(`printing.step.${id}`, { count })} />
            </li>
          ))}
        </ol>
        {hasRest && (
          <>
            <RestList rest={plan.rest} />
            <p>{t('printing.destroySpoiled')}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
