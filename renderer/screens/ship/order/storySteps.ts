import type { StoryCall, StoryShipment } from '../../../../shared/contracts/storyContract.ts';
import type { Tone } from '../../../parts/StateMark.tsx';
import { bookingSituation } from './bookingSituation.ts';

/** One line of the way of a booking, oldest first; the last ones may lie ahead. */
export type StoryStep =
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
