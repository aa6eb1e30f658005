import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { useCarrierOptions } from '../../bridge/knownNames.ts';
import { useNow } from '../../bridge/page.ts';
import { type GoLiveView, healthQueries } from '../../bridge/queries/bookingQueries.ts';
import { settingsQueries } from '../../bridge/queries/settingsQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/Toasts.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { When } from '../../parts/When.tsx';
import { useDescribe } from '../../words/describe.ts';

const stepTones = { open: 'rest', passed: 'done', failed: 'failed' } as const;

function Steps({ checklist }: { readonly checklist: GoLiveView }) {
  const { t } = useTranslation();
  const now = useNow();
  const describe = useDescribe();
  return (
    <ol className="plain-list golive-steps">
      {checklist.steps.map(({ step, state, at, errorCode, errorParams, note }) => {
        const said = errorCode === '' ? null : describe(errorCode, { name: checklist.name, ...errorParams });
        return (
          <li key={step} className="golive-step">
            <StateMark tone={stepTones[state]} label={t(`goLiveState.${state}`)} />
            <strong>{t(`goLiveStep.${step}`)}</strong>
            <span>
              {said?.says} {said !== null && <span className="soft">{said.next}</span>}{' '}
              {note !== '' && <span className="number">{note}</span>}{' '}
              {errorCode !== '' && <code className="code">{errorCode}</code>}
            </span>
            {at !== null && (
              <span className="soft small">
                {t('goLive.at')} <When at={at} now={now} />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The keys of the platform's test system; they are used for one run and kept nowhere. */
function RunForm({ checklist }: { readonly checklist: GoLiveView }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const carriers = useCarrierOptions();
  const settings = useQuery(settingsQueries.get()).data;
  const [draft, setDraft] = useState({ testMerchantId: '', testSecret: '', testEndpoint: '' });
  const [chosen, setCarrier] = useState<string | null>(null);
  const carrier = chosen ?? settings?.defaultCarrier ?? '';
  const { accountId, name, hasTestAddress } = checklist;
  const run = useMutation({
    mutationFn: () => core.goLive.run({ accountId, ...draft, carrier, printerUri: null }),
    onSuccess: ({ lock }) => {
      const isPassed = lock === 'unlocked';
      say({
        tone: isPassed ? 'done' : 'failed',
        says: t(isPassed ? 'goLive.passed' : 'goLive.failed', { name }),
      });
    },
    onSettled: () => setDraft((before) => ({ ...before, testSecret: '' })),
  });
  const isWhole = draft.testSecret !== '' && carrier !== '' && (hasTestAddress || draft.testEndpoint !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole) run.mutate();
  };
  const put = (change: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...change }));
  return (
    <form className="form-grid" onSubmit={submit}>
      <TextField
        label={t('goLive.testMerchantId')}
        maxLength={100}
        value={draft.testMerchantId}
        onChange={(testMerchantId) => put({ testMerchantId })}
      />
      <TextField
        label={t('accounts.required', { label: t('goLive.testSecret') })}
        type="password"
        maxLength={500}
        value={draft.testSecret}
        onChange={(testSecret) => put({ testSecret })}
      />
      <TextField
        label={
          hasTestAddress
            ? t('goLive.testEndpointPublic')
            : t('accounts.required', { label: t('goLive.testEndpoint') })
        }
        maxLength={500}
        value={draft.testEndpoint}
        onChange={(testEndpoint) => put({ testEndpoint })}
      />
      <SelectField
        label={t('goLive.carrier')}
        value={carrier === '' ? null : carrier}
        options={carriers}
        onChange={setCarrier}
      />
      <div className="form-wide form-actions">
        <Button look="primary" isSubmit isDisabled={!isWhole} isBusy={run.isPending}>
          {t('goLive.run')}
        </Button>
        {run.isPending && <span className="soft small">{t('goLive.running')}</span>}
      </div>
    </form>
  );
}

/** The way of an account to real bookings: what has passed, and the test that passes the rest. */
export function GoLivePanel({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation();
  const checklist = useQuery(healthQueries.goLive()).data?.find((one) => one.accountId === accountId);
  if (checklist === undefined || checklist.lock === 'none') return null;
  return (
    <section className="stack-tight" aria-label={t('goLive.title')}>
      <h3>{t('goLive.title')}</h3>
      <p className="soft small">{t('goLive.note')}</p>
      <Steps checklist={checklist} />
      {checklist.lock !== 'test' && <RunForm checklist={checklist} />}
    </section>
  );
}
