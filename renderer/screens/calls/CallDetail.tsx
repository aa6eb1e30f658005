import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../shared/contracts/contract.ts';
import type { CallRun } from '../../../shared/contracts/insight/callLog.ts';
import { ask, type core } from '../../bridge/core.ts';
import { failureIn } from '../../bridge/failureOf.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { Button } from '../../parts/Button.tsx';
import { DetailPane, Facts } from '../../parts/DetailPane.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { formatCount, formatPhone, formatWeight, useCallTime } from '../../parts/format.ts';
import { go } from '../../parts/place.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import { SupportCopy } from './SupportCopy.tsx';
import { certaintyTone } from './useCallColumns.tsx';

type Detail = Awaited<ReturnType<typeof core.calls.detail>>;

/** What the booking said; the core has masked who and where. */
function SentRequest({ request }: { readonly request: NonNullable<Detail['request']> }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const { receiver } = request;
  const facts = [
    [t('col.carrier'), carrierName(request.carrier)],
    [t('field.receiver'), [receiver.name, formatPhone(receiver.phone)].filter(Boolean).join(' ')],
    [
      t('col.address'),
      [receiver.province, receiver.city, receiver.district, receiver.town, receiver.detail]
        .filter(Boolean)
        .join(' '),
    ],
    [t('field.items'), request.goods.map(({ name, quantity }) => `${name} ×${quantity}`).join(' ')],
    [t('field.weightGrams'), formatWeight(request.weightGrams)],
    [t('field.parcelCount'), String(request.parcelCount)],
  ] as const;
  return (
    <section className="stack-tight">
      <h3>{t('calls.request')}</h3>
      <Facts isSmall facts={facts} />
    </section>
  );
}

function Chain({ calls }: { readonly calls: Detail['chain'] }) {
  const { t } = useTranslation();
  return (
    <section className="stack-tight">
      <h3>{t('calls.chain')}</h3>
      <ol className="plain-list">
        {calls.map((call) => (
          <li key={call.id} className="call-step">
            <Moment at={call.at} />
            <span>{t(`interface.${call.interfaceName}`, call.interfaceName)}</span>
            <StateMark tone={certaintyTone[call.certainty]} label={t(`certainty.${call.certainty}`)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Runs longer than this are shown as far as this. */
const shownOfRun = 200;

/** The calls that the log shows as one, each a press away. */
function RunCalls({ run, onShow }: { readonly run: CallRun; onShow(callId: string): void }) {
  const { t } = useTranslation();
  const callTime = useCallTime();
  const within = { newestId: run.id, firstId: run.firstId };
  const { accountId, interfaceName, errorCode } = run;
  const calls = useQuery(
    ask.calls.runs.queryOptions({
      input: {
        accountId,
        interfaceName,
        ...(errorCode === '' ? {} : { errorCode }),
        within,
        limit: shownOfRun,
      },
    }),
  ).data?.runs;
  return (
    <section className="stack-tight">
      <h3>{t('calls.runCalls', { count: run.times, shown: formatCount(run.times) })}</h3>
      <ol className="plain-list">
        {calls?.map((call) => (
          <li key={call.id} className="call-step">
            <Moment at={call.at} />
            <button type="button" onClick={() => onShow(call.id)}>
              {call.orderNo === '' ? t('calls.show') : call.orderNo}
            </button>
            <span className="number">{callTime(call.durationMs)}</span>
          </li>
        ))}
      </ol>
      {run.times > shownOfRun && (
        <p className="soft small">
          {t('calls.runCut', { count: shownOfRun, shown: formatCount(shownOfRun) })}
        </p>
      )}
    </section>
  );
}

/** What became of the call, and why. */
function CallOutcome({ call }: { readonly call: Answered<'calls', 'detail'> }) {
  const { t } = useTranslation();
  const callTime = useCallTime();
  return (
    <>
      <div className="line">
        <StateMark tone={certaintyTone[call.certainty]} label={t(`certainty.${call.certainty}`)} />
        <span className="soft small number">{[call.accountName, callTime(call.durationMs)].join(' · ')}</span>
      </div>
      {call.errorCode !== '' && (
        <FailureNotice
          tone={call.certainty === 'unknown' ? 'unsure' : 'failed'}
          failure={{
            code: call.errorCode,
            params: { orderNo: call.orderNo, orderCode: call.orderCode, ...call.errorParams },
          }}
        />
      )}
    </>
  );
}

interface CallDetailProps {
  readonly callId: string;
  /** What the log shows it as; null: it is not in what was read of it. */
  readonly run: CallRun | null;
  onClose(): void;
}

/** One call beside the log: what was asked, what came back, and what else was asked with the same code. */
export function CallDetail({ callId: first, run, onClose }: CallDetailProps) {
  const { t } = useTranslation();
  const [callId, setCallId] = useState(first);
  const detail = useQuery(ask.calls.detail.queryOptions({ input: { callId } }));
  const call = detail.data;
  return (
    <DetailPane
      label={t('calls.detail')}
      head={
        <strong className="grow">
          {call === undefined ? '' : t(`interface.${call.interfaceName}`, call.interfaceName)}
        </strong>
      }
      failure={failureIn(detail)}
      onClose={onClose}
    >
      {call !== undefined && <CallOutcome call={call} />}
      {/* These stay while the next call is read: its key acts and its list does not jump. */}
      <div className="line">
        {call !== undefined && call.orderId !== '' && (
          <Button size="small" icon="ship" onPress={() => go('ship', { orderId: call.orderId })}>
            {t('calls.toOrder')}
          </Button>
        )}
        <SupportCopy callId={callId} />
      </div>
      {call !== undefined && (
        <>
          <Facts
            isSmall
            valueLook="code"
            facts={[
              [t('booking.orderCode'), call.orderCode],
              [t('calls.platformCode'), call.platformCode],
              [t('calls.requestId'), call.requestId],
            ]}
          />
          {call.request !== null && <SentRequest request={call.request} />}
          {call.orderCode !== '' && <Chain calls={call.chain} />}
        </>
      )}
      {run !== null && run.times > 1 && <RunCalls run={run} onShow={setCallId} />}
    </DetailPane>
  );
}
