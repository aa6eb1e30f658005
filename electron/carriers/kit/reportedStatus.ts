import {
  finalTrackingStates,
  type TrackingEvent,
  type TrackingException,
  type TrackingState,
} from '../../../shared/domain/tracking.ts';
import { callsOffReturn, type LineWords, lineWords } from './lineWords.ts';
import type { Status } from './trackEvents.ts';

/** What a platform's code says. A coarse one stands for a whole stage (3: signed for, by whomever), a fine one for one thing. */
export interface ReportedCode {
  readonly status: Status | null;
  readonly isFine: boolean;
}

/** What words may add to a coarse code of the way; that it has arrived, a code says. */
const further: readonly TrackingState[] = [
  'collected',
  'in-transit',
  'destination',
  'customs',
  'delivering',
  'locker',
  'returning',
];

/**
 * Where a parcel is by code and words together. The code comes first; the words of the newest line make a coarse one finer
 * and tell what is wrong where the code does not. They never end the way of a parcel that the code leaves open, except that
 * a problem, or what was signed for, came back to its sender.
 */
export function reportedStatus(
  { status, isFine }: ReportedCode,
  events: readonly TrackingEvent[],
): Status | null {
  const newest = events.at(-1);
  if (newest === undefined) return status;
  const words = lineWords(newest.text);
  const state = reportedState(status?.state ?? 'none', isFine, words, events);
  if (state === 'none') return status;
  return { state, exception: reportedException(status?.exception ?? '', state, words) };
}

function reportedState(
  code: TrackingState,
  isFine: boolean,
  words: LineWords,
  events: readonly TrackingEvent[],
): TrackingState {
  if (code === 'signed') return signedState(isFine, words, events);
  const worded = words.state;
  if (isFine || worded === null || finalTrackingStates.includes(code)) return code;
  if (code === 'problem') return worded === 'returned' || worded === 'returning' ? worded : code;
  if (code !== 'none' && !further.includes(code)) return code;
  if (worded === 'returned') return 'returning';
  if (code === 'none' && worded === 'problem') return worded;
  return further.indexOf(worded) > further.indexOf(code) ? worded : code;
}

/** A refusal and a return are signed for too, and so is what was only laid into a locker. */
function signedState(isFine: boolean, words: LineWords, events: readonly TrackingEvent[]): TrackingState {
  if (words.state === 'returned' || words.state === 'returning') return words.state;
  if (words.exception === 'refused') return 'returning';
  if (isFine) return 'signed';
  if (words.state === 'locker') return 'locker';
  return cameBack(events) ? 'returned' : 'signed';
}

/** Some line told of its way back, and none after it that this was called off: whoever signed is its sender. */
function cameBack(events: readonly TrackingEvent[]): boolean {
  const turns = events.flatMap(({ text }) =>
    callsOffReturn(text) ? [false] : lineWords(text).state === 'returning' ? [true] : [],
  );
  return turns.at(-1) ?? false;
}

/** Of a line without a code of its own: how far its words say it was, short of the end. */
export function lineState(text: string): TrackingState {
  const { state } = lineWords(text);
  return state === null || finalTrackingStates.includes(state) ? 'in-transit' : state;
}

function reportedException(
  code: TrackingException | '',
  state: TrackingState,
  words: LineWords,
): TrackingException | '' {
  const isPlain = code === '' || code === 'problem';
  if (!isPlain || finalTrackingStates.includes(state)) return isPlain ? '' : code;
  return words.exception || code;
}
