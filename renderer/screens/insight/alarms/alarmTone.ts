import type { AlarmRow } from '../../../../shared/contracts/insight/alarms.ts';
import type { Tone } from '../../../parts/StateMark.tsx';

/** What is over is fine; an urgent alarm is red, a warning is to be read. */
export function alarmTone({ state, severity }: Pick<AlarmRow, 'state' | 'severity'>): Tone {
  if (state === 'cleared') return 'done';
  return severity === 'urgent' ? 'failed' : 'note';
}
