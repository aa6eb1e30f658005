import type {
  AlarmEnding,
  AlarmKind,
  AlarmScopeKind,
  AlarmSeverity,
  AlarmState,
  ChannelKind,
  LaneEventKind,
  MessageEvent,
  MessageState,
} from '../../../shared/domain/insight/alarm.ts';

/** One alarm from its beginning to its end. Of a kind and a scope at most one is not cleared. */
export interface StoredAlarm {
  readonly id: string;
  readonly kind: AlarmKind;
  readonly scopeKind: AlarmScopeKind;
  readonly scopeId: string;
  readonly scopeName: string;
  readonly severity: AlarmSeverity;
  readonly state: AlarmState;
  readonly factsJson: string;
  readonly raisedAt: number;
  readonly seenAt: number | null;
  readonly seenBy: string;
  readonly clearedAt: number | null;
  readonly ending: AlarmEnding | '';
  /** When it was last shown on the desktop, and when last with a sound; null: not yet. */
  readonly toldAt: number | null;
  readonly loudAt: number | null;
  /** Not announced before then: somebody silenced it, or it was over a moment ago and began again. null: nothing keeps it quiet. */
  readonly quietUntil: number | null;
  /** When it was announced again because nobody had taken note; only once. */
  readonly remindedAt: number | null;
  readonly version: number;
}

/** Where alarms go besides this computer. */
export interface AlarmChannel {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  /** Host alone, or the mail address it goes to: what may be shown. */
  readonly target: string;
  /** Address, keys and passwords. */
  readonly sealedFields: string;
  readonly isUrgentOnly: number;
  readonly createdAt: number;
  /** Since when nothing gets through, and why; null: it does, or nothing was sent yet. */
  readonly failingSince: number | null;
  readonly errorCode: string;
  readonly errorParamsJson: string;
  readonly lastSentAt: number | null;
  readonly version: number;
}

/** One message to one channel, with an id of its own that goes along. */
export interface AlarmMessage {
  readonly id: string;
  /** Empty: a test. */
  readonly alarmId: string;
  readonly channelId: string;
  readonly event: MessageEvent;
  readonly state: MessageState;
  readonly attempts: number;
  readonly createdAt: number;
  readonly runAt: number;
  readonly expiresAt: number;
  readonly endedAt: number | null;
  readonly errorCode: string;
}

/** Append-only, by triggers: which account took over from which, on whose word and why. */
export interface LaneEvent {
  readonly id: string;
  readonly at: number;
  readonly kind: LaneEventKind;
  readonly fromAccountId: string;
  readonly fromName: string;
  readonly toAccountId: string;
  readonly toName: string;
  readonly operator: string;
  readonly reason: string;
  /** Empty: it was not done from an alarm. */
  readonly alarmId: string;
  /** Orders that went along; bookings that stayed because they may have happened. */
  readonly moved: number;
  readonly stayed: number;
}

export interface AlarmTables {
  readonly alarms: StoredAlarm;
  readonly alarmChannels: AlarmChannel;
  readonly alarmMessages: AlarmMessage;
  readonly laneEvents: LaneEvent;
}
