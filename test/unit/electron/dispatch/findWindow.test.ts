import { describe, expect, it } from 'vitest';
import { believeFind, existsUnseen, findTooLate } from '../../../../electron/dispatch/findWindow.ts';
import { didNotHappen, happened, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import { hourMs, minuteMs } from '../../../../shared/rules/shopTime.ts';
import { bookingNo } from '../../../doubles/platforms/scriptedPlatform.ts';

const sentAt = 1_700_000_000_000;

describe('asking a platform that forgets order codes after 48 hours', () => {
  const keeps48h = { repeatWindowMs: 48 * hourMs };

  it.each([
    ['at once', 0, true],
    ['after 45 hours 59 minutes', 46 * hourMs - minuteMs, true],
    ['after 46 hours', 46 * hourMs, true],
    ['after 46 hours 1 minute, since the clock may be wrong', 46 * hourMs + minuteMs, false],
    ['after 47 hours 59 minutes', 48 * hourMs - minuteMs, false],
    ['after 48 hours 1 minute', 48 * hourMs + minuteMs, false],
    ['with a clock set back by an hour', -hourMs, true],
    ['with a clock set back by two hours', -2 * hourMs, true],
    ['with a clock set back by a day', -24 * hourMs, false],
  ])('%s: may be asked %#', (_when, ageMs, may) => {
    const late = findTooLate(keeps48h, sentAt, sentAt + ageMs);
    if (may) expect(late).toBeNull();
    else expect(late).toEqual(unknownOutcome('FIND_TOO_LATE', { hours: 48 }));
  });

  it('is not asked when nobody knows when the booking was sent', () => {
    expect(findTooLate(keeps48h, null, sentAt)).toMatchObject({ certainty: 'unknown' });
  });

  it('is asked for ever where the platform keeps the code for ever', () => {
    expect(findTooLate({}, null, sentAt)).toBeNull();
    expect(findTooLate({}, sentAt, sentAt + 9_000 * hourMs)).toBeNull();
  });
});

describe('a "no" of a platform that shows new bookings after a minute', () => {
  const no = didNotHappen('CARRIER_NOT_FOUND');
  const slow = { visibleAfterMs: minuteMs };
  const sent = { sentAt, errorCode: 'NETWORK_CUT' };

  it('is believed only after that minute', () => {
    expect(believeFind(no, slow, sent, sentAt + 59_999)).toMatchObject({
      code: 'FIND_TOO_SOON',
      certainty: 'unknown',
    });
    expect(believeFind(no, slow, sent, sentAt + minuteMs)).toBe(no);
    expect(believeFind(no, {}, sent, sentAt + 1)).toBe(no);
  });

  it('leaves every other answer as it is', () => {
    const found = happened(bookingNo('73610555582883'));
    const refused = didNotHappen('CARRIER_REFUSED', { reason: '超区' });
    for (const answer of [found, refused]) expect(believeFind(answer, slow, sent, sentAt)).toBe(answer);
  });

  it('is never believed once the platform has refused the code as used', () => {
    const used = { sentAt, errorCode: existsUnseen };
    expect(believeFind(no, {}, used, sentAt + 9 * hourMs)).toMatchObject({
      code: existsUnseen,
      certainty: 'unknown',
    });
  });
});
