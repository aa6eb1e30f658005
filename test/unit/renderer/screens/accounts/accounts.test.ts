import { describe, expect, it, test } from 'vitest';
import { arrangeFields, missingFields } from '../../../../../renderer/screens/accounts/AccountFields.tsx';
import { changesOf } from '../../../../../renderer/screens/accounts/EditAccount.tsx';
import { laneTone, raiseEnd, shownLane } from '../../../../../renderer/screens/accounts/LaneLine.tsx';

test('what recovers automatically is a note, what needs a person is red', () => {
  expect(laneTone('broken')).toBe('note');
  expect(laneTone('stopped')).toBe('failed');
  expect(laneTone('working')).toBe('active');
});

test('a raise ends with a day, today or so many days on', () => {
  const noon = new Date(2026, 10, 30, 12, 0).getTime();
  expect(raiseEnd(noon, 0)).toBe(new Date(2026, 10, 30, 23, 59, 59).getTime());
  expect(raiseEnd(noon, 3)).toBe(new Date(2026, 11, 3, 23, 59, 59).getTime());
});

test('required fields stand in sight, and an account without them is not complete', () => {
  const fields = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({ key, isRequired: key === 'f' }));
  const { shown, folded } = arrangeFields(fields);
  expect(shown.map(({ key }) => key)).toEqual(['f', 'a', 'b', 'c']);
  expect(folded.map(({ key }) => key)).toEqual(['d', 'e']);
  expect(missingFields(fields, { f: '  ' })).toEqual(['f']);
  expect(missingFields(fields, { f: '1' })).toEqual([]);
});

const counts = { waiting: 0, sending: 0, unsure: 0, voiding: 0 };

test('an account that only would look for itself is at rest until something waits for it', () => {
  expect(shownLane({ lane: 'probing', counts })).toBe('idle');
  expect(shownLane({ lane: 'probing', counts: { ...counts, waiting: 1 } })).toBe('probing');
  expect(shownLane({ lane: 'probing', counts: { ...counts, sending: 1 } })).toBe('probing');
  expect(shownLane({ lane: 'broken', counts })).toBe('broken');
});

describe('what an edited account sends', () => {
  const known = {
    id: 'a1',
    name: 'kdn',
    merchantId: 'm',
    endpoint: null,
    fields: { PayType: '1', SendSite: 'x' },
  };
  const draft = { ...known, endpoint: '', secret: '' };

  it('is nothing but the account where nothing was changed: empty secrets stay as they are', () => {
    expect(changesOf(known, draft)).toEqual({ accountId: 'a1' });
  });

  it('is what was changed; an emptied field is taken out, blanks around a value are not kept', () => {
    const changed = {
      ...draft,
      name: ' new ',
      secret: 'k',
      fields: { PayType: '', SendSite: 'x', CustomerPwd: ' p ' },
    };
    expect(changesOf(known, changed)).toEqual({
      accountId: 'a1',
      name: 'new',
      secret: 'k',
      fields: { PayType: '', CustomerPwd: 'p' },
    });
  });
});
