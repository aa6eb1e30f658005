import { keysOf } from '../../rules/typedRecord.ts';
/** What an alarm is about: one thing of its kind at a time is wrong. `shop`: the whole workspace, with an empty id. */
export const alarmScopeKinds = ['shop', 'platform', 'account', 'printer', 'channel'] as const;
export type AlarmScopeKind = (typeof alarmScopeKinds)[number];

export interface AlarmScope {
  readonly kind: AlarmScopeKind;
  readonly id: string;
  /** The name that people here use. */
  readonly name: string;
}

/** `urgent`: parcels stand still, or will miss their day. */
export const alarmSeverities = ['urgent', 'warning'] as const;
export type AlarmSeverity = (typeof alarmSeverities)[number];

interface AlarmKindWords {
  readonly severity: AlarmSeverity;
  readonly scope: AlarmScopeKind;
  readonly area: AlarmArea;
  /** Another account may take the parcels meanwhile. */
  readonly hasBackup?: true;
}

/** Who is asked: people are named by what they look after. */
export const alarmAreas = ['platforms', 'printing', 'orders', 'computer'] as const;
export type AlarmArea = (typeof alarmAreas)[number];

/** Every kind, the dearest first. Its words and its steps are in `shared/text`. */
const kinds = {
  signature: { severity: 'urgent', scope: 'account', area: 'platforms', hasBackup: true },
  permission: { severity: 'urgent', scope: 'account', area: 'platforms', hasBackup: true },
  arrears: { severity: 'urgent', scope: 'account', area: 'platforms', hasBackup: true },
  'network-down': { severity: 'urgent', scope: 'shop', area: 'computer' },
  'platform-down': { severity: 'urgent', scope: 'account', area: 'platforms', hasBackup: true },
  'ship-by': { severity: 'urgent', scope: 'shop', area: 'orders' },
  'stuck-orders': { severity: 'urgent', scope: 'shop', area: 'orders' },
  printer: { severity: 'urgent', scope: 'printer', area: 'printing' },
  'error-rate': { severity: 'urgent', scope: 'account', area: 'platforms', hasBackup: true },
  balance: { severity: 'warning', scope: 'account', area: 'platforms', hasBackup: true },
  'sync-delay': { severity: 'warning', scope: 'shop', area: 'platforms' },
  handover: { severity: 'warning', scope: 'shop', area: 'orders' },
  cases: { severity: 'warning', scope: 'shop', area: 'orders' },
  'backup-age': { severity: 'warning', scope: 'shop', area: 'computer' },
  'channel-down': { severity: 'warning', scope: 'channel', area: 'computer' },
} as const satisfies Readonly<Record<string, AlarmKindWords>>;

export type AlarmKind = keyof typeof kinds;

export const alarmKinds: readonly AlarmKind[] = keysOf(kinds);

export const alarmKind = (kind: AlarmKind): AlarmKindWords => kinds[kind];

/** `seen`: somebody has taken note, and is not reminded again. */
export const alarmStates = ['raised', 'seen', 'cleared'] as const;
export type AlarmState = (typeof alarmStates)[number];

/** Which moves there are; each is made once. */
export const alarmMoves: Readonly<Record<AlarmState, readonly AlarmState[]>> = {
  raised: ['seen', 'cleared'],
  seen: ['cleared'],
  cleared: [],
};

/** `healthy`: it has been fine for a while · `gone`: what it was about is not here any more. */
export const alarmEndings = ['healthy', 'gone'] as const;
export type AlarmEnding = (typeof alarmEndings)[number];

/** Figures and codes that fill the places of an alarm's words: counts, minutes, error codes. Never a person, never a secret. */
export type AlarmFacts = Readonly<Record<string, string | number>>;

/** The worst first: urgent before warning, the longest first among equals. */
export function worseAlarm(
  one: { readonly severity: AlarmSeverity; readonly raisedAt: number },
  other: { readonly severity: AlarmSeverity; readonly raisedAt: number },
): number {
  const rank = alarmSeverities.indexOf(one.severity) - alarmSeverities.indexOf(other.severity);
  return rank === 0 ? one.raisedAt - other.raisedAt : rank;
}

/** What became of orders when their account was changed for another one. */
export const laneEventKinds = ['switched', 'switched-back'] as const;
export type LaneEventKind = (typeof laneEventKinds)[number];

/** Where alarms are announced besides this computer. */
export const channelKinds = ['wecom', 'dingtalk', 'feishu', 'webhook', 'smtp'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** What a message says: an alarm began, still stands, is over; or somebody tries the channel. */
export const messageEvents = ['raised', 'still', 'cleared', 'test'] as const;
export type MessageEvent = (typeof messageEvents)[number];

/**
 * `waiting`: is sent as soon as it can · `sending`: it may be on its way · `sent`: the other side has it ·
 * `unknown`: nobody knows whether it arrived, and it is not sent again · `expired`: too old to be of use ·
 * `dropped`: over before it could be sent.
 */
export const messageStates = ['waiting', 'sending', 'sent', 'unknown', 'expired', 'dropped'] as const;
export type MessageState = (typeof messageStates)[number];
