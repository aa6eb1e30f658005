import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoLiveChecklist } from '../../../shared/contracts/accounts.ts';
import type { AccountRow, PlatformRow } from '../../../shared/contracts/settings.ts';
import { gapBetween } from '../../../shared/text/hanSpacing.ts';
import { ask, core } from '../../bridge/core.ts';
import { useCarrierOptions, useNameOf } from '../../bridge/knownNames.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { useDescribe } from '../../words/describe.ts';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';

const stepTones = { open: 'rest', passed: 'done', failed: 'failed' } as const;

function Steps({ checklist }: { readonly checklist: GoLiveChecklist }) {
  const { t } = useTranslation();
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
              {said !== null && (
                <>
                  {said.says}
                  {gapBetween(said.says, said.next)}
                  <span className="soft">{said.next}</span>
                </>
              )}{' '}
              {note !== '' && <span className="number">{note}</span>}{' '}
              {errorCode !== '' && <code className="code">{errorCode}</code>}
            </span>
            {at !== null && (
              <span className="soft small">
                <Moment after={t('goLive.at')} at={at} />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface RunFormProps {
  readonly checklist: GoLiveChecklist;
  readonly platform: PlatformRow | undefined;
}

/** The keys of the platform's test system; they are used for one run and kept nowhere. */
function RunForm({ checklist, platform }: RunFormProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const carriers = useCarrierOptions(platform?.carriers);
  const settings = useQuery(ask.settings.get.queryOptions()).data;
  const [draft, setDraft] = useState({ testMerchantId: '', testSecret: '', testEndpoint: '' });
  const [chosen, setCarrier] = useState<string | null>(null);
  const carrier = chosen ?? settings?.defaultCarrier ?? '';
  const { accountId, name, hasTestAddress } = checklist;
  const system = platform?.testSystem ?? null;
  const put = (change: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...change }));
  const run = useAct(() => core.goLive.run({ accountId, ...draft, carrier, printerUri: null }), {
    says: ({ lock }) =>
      lock === 'unlocked'
        ? t('goLive.passed', { name })
        : { tone: 'failed', says: t('goLive.failed', { name }) },
    ended: () => put({ testSecret: '' }),
  });
  const isWhole = draft.testSecret !== '' && carrier !== '' && (hasTestAddress || draft.testEndpoint !== '');
  return (
    <Form look="form-grid" isReady={isWhole} onSubmit={() => run.mutate()}>
      <TextField
        label={t('goLive.testMerchantId')}
        maxLength={100}
        value={draft.testMerchantId}
        onChange={(testMerchantId) => put({ testMerchantId })}
      />
      <TextField
        label={t('accounts.required', { label: t('goLive.testSecret') })}
        hint={system === null ? undefined : nameOf({ nameZh: system.keysZh, nameEn: system.keysEn })}
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
        hint={system?.url}
        maxLength={500}
        value={draft.testEndpoint}
        onChange={(testEndpoint) => put({ testEndpoint })}
      />
      <SelectField
        label={t('field.carrier')}
        value={carrier === '' ? null : carrier}
        options={carriers}
        onChange={setCarrier}
      />
      <div className="form-wide form-foot form-actions">
        <Button look="primary" isSubmit isDisabled={!isWhole} isBusy={run.isPending}>
          {t('goLive.run')}
        </Button>
        {run.isPending && <span className="soft small">{t('goLive.running')}</span>}
      </div>
    </Form>
  );
}

/** The way of an account to real bookings: what has passed, and the test that passes the rest. */
export function GoLivePanel({ account }: { readonly account: Pick<AccountRow, 'id' | 'platform'> }) {
  const { t } = useTranslation();
  const checklist = useQuery(ask.goLive.list.queryOptions()).data?.find(
    (one) => one.accountId === account.id,
  );
  const platform = useQuery(ask.settings.platforms.queryOptions()).data?.find(
    ({ id }) => id === account.platform,
  );
  if (checklist === undefined || checklist.lock === 'none') return null;
  return (
    <section className="stack-tight" aria-label={t('goLive.title')}>
      <h3>{t('goLive.title')}</h3>
      <p className="soft small">{t('goLive.note')}</p>
      {checklist.untried.length > 0 && (
        <FailureNotice failure={{ code: 'GOLIVE_TRACK_UNTRIED', params: { name: checklist.name } }} />
      )}
      <Steps checklist={checklist} />
      {checklist.lock !== 'test' && <RunForm checklist={checklist} platform={platform} />}
    </section>
  );
}
