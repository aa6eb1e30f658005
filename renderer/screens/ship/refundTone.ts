import type { Tone } from '../../parts/StateMark.tsx';

/** Days before the end of the refund window from which it is amber. */
const soonDays = 2;

/** How pressing a number is: over is red, ending soon amber, the rest calm. */
export function refundTone(daysLeft: number): Tone {
  if (daysLeft < 0) return 'failed';
  return daysLeft <= soonDays ? 'unsure' : 'waiting';
}
