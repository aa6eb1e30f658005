import type {
  AlarmKind,
  AlarmSeverity,
  ChannelKind,
  MessageEvent,
} from '../../shared/domain/insight/alarm.ts';
import type { CallOutcome, Outcome } from '../../shared/errors/outcome.ts';
import type { Clock } from '../platform/clock.ts';
import type { HttpPort } from '../platform/http.ts';

/** What a channel holds besides its name, sealed in the database: address, keys, passwords. */
export type ChannelFields = Readonly<Record<string, string>>;

/** One alarm as programs read it: kinds, counts and codes. No order, no person, no secret. */
export interface PostedAlarm {
  readonly id: string;
  readonly event: MessageEvent;
  readonly kind: AlarmKind;
  readonly severity: AlarmSeverity;
  readonly scope: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly raisedAt: number;
  readonly clearedAt: number | null;
  readonly text: string;
}

/** All that is due at a channel goes as one post, so that a day without network does not end in a storm. */
export interface ChannelPost {
  /** Goes along, so that whoever reads it can tell a post from its double. */
  readonly id: string;
  readonly at: number;
  readonly title: string;
  readonly lines: readonly string[];
  readonly alarms: readonly PostedAlarm[];
}

export interface ChannelPorts {
  readonly http: HttpPort;
  readonly clock: Clock;
}

/** One way to tell people elsewhere. */
export interface ChannelWay {
  readonly kind: ChannelKind;
  /** Fields that only go in; of these a reply shows nothing. */
  readonly secretFields: readonly string[];
  /** What a person typed, checked. */
  readFields(typed: ChannelFields): Outcome<ChannelFields>;
  /** Where it goes, as it may be shown: a host or a mail address. */
  targetOf(fields: ChannelFields): string;
  /**
   * `did-not-happen`: nobody has it, and a code that may be retried is sent again later. `unknown` is never sent again: two
   * calls for one trouble are worse than one too few, since the alarm stands on the screen.
   */
  send(fields: ChannelFields, post: ChannelPost, ports: ChannelPorts): Promise<CallOutcome<null>>;
}

/** A post as plain text. */
export const plainText = ({ title, lines }: ChannelPost): string => [title, ...lines].join('\n');
