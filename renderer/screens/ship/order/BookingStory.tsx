import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './story.css';
import type { StoryCall, StoryShipment } from '../../../../shared/contracts/bookingHealth.ts';
import { useNow } from '../../../bridge/page.ts';
import { useCallTime, useDuration } from '../../../parts/format.ts';
import { StateMark, type Tone } from '../../../parts/StateMark.tsx';
import { When } from '../../../parts/When.tsx';
import { useDescribe } from '../../../words/describe.ts';
import { bookingSituation } from './bookingSituation.ts';

const knownCalls = ['book', 'find', 'void'] as const;

/** What one step is called, and what is under it. */
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

/** One line of the way of a booking, oldest first; the last ones may lie ahead. */
type StoryStep =
  | { readonly kind: 'planned'; readonly at: number; readonly tone: Tone }
  | {
      readonly kind: 'call';
      readonly at: number;
      readonly tone: Tone;
      readonly call: StoryCall;
      /** Of questions: which of them, from 1. */
      readonly check: number | null;
    }
  | { readonly kind: 'sending'; readonly at: number; readonly tone: Tone }
  /** What the program does next by itself: a question, or another try. */
  | { readonly kind: 'next'; readonly at: number; readonly tone: Tone; readonly check: number | null }
  | { readonly kind: 'person'; readonly tone: Tone };

/** Calls that decide about a booking; tracking and tests are not part of its way. */
const bookingCalls: readonly string[] = ['book', 'find', 'void'];

/** A question that is answered with "no such order" has brought what it was asked for. */
function callTone({ interfaceName, certainty, errorCode }: StoryCall): Tone {
  if (certainty === 'happened') return 'done';
  if (certainty === 'unknown') return 'unsure';
  if (interfaceName !== 'find') return 'failed';
  return errorCode === 'CARRIER_NOT_FOUND' ? 'rest' : 'unsure';
}

/** The way of one booking: planned → sending → reply or unknown → questions, with what lies ahead. */
export function storySteps(shipment: StoryShipment, now: number): readonly StoryStep[] {
  const situation = bookingSituation(shipment, now);
  const calls = shipment.calls.filter(({ interfaceName }) => bookingCalls.includes(interfaceName));
  let check = 0;
  const steps: StoryStep[] = [
    { kind: 'planned', at: shipment.plannedAt, tone: situation === 'queued' ? 'waiting' : 'done' },
    ...calls.map((call): StoryStep => {
      // A new booking after a question starts a new round of questions.
      check = call.interfaceName === 'find' ? check + 1 : 0;
      return { kind: 'call', at: call.at, tone: callTone(call), call, check: check || null };
    }),
  ];
  if (situation === 'sending')
    steps.push({ kind: 'sending', at: shipment.sentAt ?? shipment.plannedAt, tone: 'active' });
  if (shipment.nextAt !== null && situation !== null && situation !== 'queued')
    steps.push({
      kind: 'next',
      at: shipment.nextAt,
      tone: shipment.state === 'unsure' ? 'unsure' : 'waiting',
      check: shipment.state === 'unsure' ? shipment.checksMade + 1 : null,
    });
  if (situation === 'person') steps.push({ kind: 'person', tone: 'unsure' });
  return steps;
}
