import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/text/describeError.ts';
import { ask, core } from '../../../bridge/core.ts';
import { failureIn } from '../../../bridge/failureOf.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { pageBridge } from '../../../bridge/page.ts';
import { Button } from '../../../parts/Button.tsx';
import { DetailPane, Facts } from '../../../parts/DetailPane.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { formatWeight, useCallTime } from '../../../parts/format.ts';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { go } from '../../../parts/place.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { useAct } from '../../../work/useAct.ts';

type Detail = Awaited<ReturnType<typeof core.calls.detail>>;

/** What the booking said; the core has masked who and where. */
function SentRequest({ request }: { readonly request: NonNullable<Detail['request']> }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const { receiver } = request;
  const facts = [
    [t('col.carrier'), carrierName(request.carrier)],
    [t('field.receiver'), [receiver.name, receiver.phone].filter(Boolean).join(' ')],
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
            <StateMark
              tone={certaintyTone[call.certainty]}
              label={t(`settings.certainty.${call.certainty}`)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The call and its chain as text without secrets or persons, for whoever helps. */
function SupportCopy({ callId }: { readonly callId: string }) {
  const { t, i18n } = useTranslation();
  const copy = useAct(() => core.calls.supportText({ callId, language: i18n.language as Language }), {
    says: () => ({ tone: 'done', says: t('common.copied'), next: t('calls.copySupportNote') }),
    after: ({ text }) => void pageBridge().copyText(text),
  });
  return (
    <KeyButton size="small" icon="copy" combo="c" {...copy.press()}>
      {t('calls.copySupport')}
    </KeyButton>
  );
}

/** One call beside the log: what was asked, what came back, and what else was asked with the same code. */
export function CallDetail({ callId, onClose }: { readonly callId: string; onClose(): void }) {
  const { t } = useTranslation();
  const callTime = useCallTime();
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
      {call !== undefined && (
        <>
          <div className="line">
            <StateMark
              tone={certaintyTone[call.certainty]}
              label={t(`settings.certainty.${call.certainty}`)}
            />
            <span className="soft small number">
              {[call.accountName, callTime(call.durationMs)].join(' · ')}
            </span>
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
          <div className="line">
            {call.orderId !== '' && (
              <Button size="small" icon="ship" onPress={() => go('ship', { orderId: call.orderId })}>
                {t('calls.toOrder')}
              </Button>
            )}
            <SupportCopy callId={callId} />
          </div>
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
          <Chain calls={call.chain} />
        </>
      )}
    </DetailPane>
  );
}

/** How sure we are of a call: the three colours of a booking. */
export const certaintyTone = { happened: 'done', 'did-not-happen': 'failed', unknown: 'unsure' } as const;
