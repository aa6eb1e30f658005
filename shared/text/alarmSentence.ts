import type { AlarmFacts, AlarmKind } from '../domain/insight/alarm.ts';
import { isErrorCode } from '../errors/catalogue.ts';
import { describeError, type Language } from './describeError.ts';
import { spanText } from './spanText.ts';
import { say } from './words.ts';

interface SaidAlarm {
  readonly kind: AlarmKind;
  readonly scope: { readonly name: string };
  readonly facts: AlarmFacts;
}

/** What an alarm says has happened, with its figures. A figure nobody knows is a gap, never a zero. */
export function alarmSentence({ kind, scope, facts }: SaidAlarm, language: Language): string {
  const { minutes, code } = facts;
  const known =
    typeof code === 'string' && isErrorCode(code) ? describeError(code, facts, language).says : '';
  const params = {
    ...facts,
    name: scope.name,
    unit: facts.unit === 'numbers' ? say(language, 'alarmText.numbers') : (facts.unit ?? '…'),
    span: typeof minutes === 'number' ? spanText(minutes, language) : '…',
    code: known,
  };
  const key = kind === 'backup-age' ? backupSentence(facts) : kind;
  return say(language, `alarmSays.${key}`, params)
    .replace(/\{\{\w+\}\}/g, '…')
    .trim();
}

function backupSentence({ place }: AlarmFacts) {
  if (place === 'second') return 'backup-age-second';
  return place === 'never' ? 'backup-age-never' : 'backup-age';
}

/** What to do about it, in this order. */
export const alarmSteps = (kind: AlarmKind, language: Language): readonly string[] =>
  say(language, `alarmSteps.${kind}`).split('\n');
