import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './story.css';
import type { StoryShipment } from '../../../../shared/contracts/storyContract.ts';
import { useNow } from '../../../bridge/useNow.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { useCallTime } from '../../../parts/useCallTime.ts';
import { useDuration } from '../../../parts/useDuration.ts';
import { When } from '../../../parts/When.tsx';
import { useDescribe } from '../../../words/useDescribe.ts';
import { type StoryStep, storySteps } from './storySteps.ts';

const knownCalls = ['book', 'find', 'void'] as const;

/** What one step is called, and what stands under it. */
function useStepWords(): (step: StoryStep) => { readonly label: string; readonly note: string } {
  const { t } = useTranslation();
  const describe = useDescribe();
  return (step) => {
    if (step.kind === 'planned' || step.kind === 'sending' || step.kind === 'person')
      return { label: t(`booking.step.${step.kind}`), note: '' };
    if (step.kind === 'next')
      return {
        label:
          step.check === null ? t('booking.step.next') : t('booking.step.nextCheck', { check: step.check }),
        note: '',
      };
    const { call, check } = step;
    const name = knownCalls.find((known) => known === call.interfaceName) ?? 'book';
    const result = t(`booking.callResult.${name}.${call.certainty}`);
    return {
      label: check === null ? result : `${t('booking.step.nextCheck', { check })} · ${result}`,
      // Of an unknown outcome the label says all there is; a refusal has its reason.
      note: call.certainty === 'did-not-happen' && call.errorCode !== '' ? describe(call.errorCode).says : '',
    };
  };
}

function StepLine({ step, now }: { readonly step: StoryStep; readonly now: number }) {
  const callTime = useCallTime();
  const duration = useDuration();
  const { label, note } = useStepWords()(step);
  const ahead = step.kind === 'next' ? Math.max(0, step.at - now) / 1_000 : null;
  return (
    <li className={step.kind === 'next' || step.kind === 'person' ? 'step step-ahead' : 'step'}>
      <span className="step-when">
        {ahead !== null && <span className="number">{duration(ahead)}</span>}
        {ahead === null && step.kind !== 'person' && <When at={step.at} now={now} />}
      </span>
      <span className="step-words">
        <StateMark tone={step.tone} label={label} />
        {note !== '' && <span className="soft small">{note}</span>}
        {step.kind === 'call' && (
          <span className="soft small number">
            {[callTime(step.call.durationMs), step.call.platformCode].filter(Boolean).join(' · ')}
            {step.call.errorCode !== '' && <code className="code"> {step.call.errorCode}</code>}
          </span>
        )}
      </span>
    </li>
  );
}

function ShipmentSteps({ shipment }: { readonly shipment: StoryShipment }) {
  const { t } = useTranslation();
  const now = useNow(1_000);
  return (
    <div className="stack-tight">
      <p className="small soft">
        {t('booking.orderCode')} <code className="code">{shipment.orderCode}</code> {shipment.accountName}
      </p>
      <ol className="plain-list steps">
        {storySteps(shipment, now).map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
          <StepLine key={index} step={step} now={now} />
        ))}
      </ol>
    </div>
  );
}

/** Every outside call of an order, newest code first; earlier codes wait folded below. */
export function BookingStory({ shipments }: { readonly shipments: readonly StoryShipment[] }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [newest, ...earlier] = shipments;
  if (newest === undefined) return null;
  return (
    <section className="stack-tight" aria-label={t('booking.story')}>
      <h3>{t('booking.story')}</h3>
      <ShipmentSteps shipment={newest} />
      {earlier.length > 0 && (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('booking.earlierCodes', { count: earlier.length })}</summary>
          {isOpen && earlier.map((shipment) => <ShipmentSteps key={shipment.id} shipment={shipment} />)}
        </details>
      )}
    </section>
  );
}
