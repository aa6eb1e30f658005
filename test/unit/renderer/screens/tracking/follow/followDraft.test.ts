import { expect, it } from 'vitest';
import {
  byState,
  likeliest,
  type PastedRow,
  readyToFollow,
  say,
  stillOpen,
} from '../../../../../../renderer/screens/tracking/follow/followDraft.ts';

const row = (waybillNo: string, more: Partial<PastedRow> = {}): PastedRow => ({
  waybillNo,
  state: 'new',
  carrier: 'ZTO',
  candidates: [],
  reason: null,
  phoneTail: '',
  needsPhoneTail: false,
  ...more,
});
const choice = row('c', {
  state: 'choice',
  carrier: '',
  candidates: [
    { carrier: 'YTO', score: 80, evidence: 'loose' },
    { carrier: 'STO', score: 60, evidence: 'loose' },
  ],
});
const rows = [
  row('a'),
  row('k', { state: 'known' }),
  choice,
  row('n', { state: 'choice', carrier: '' }),
  row('x', { state: 'invalid', carrier: '' }),
];
const nothing = new Map();

it('follows what is new and clear, and nothing else', () => {
  expect(readyToFollow(rows, nothing)).toEqual([{ waybillNo: 'a', carrier: 'ZTO', phoneTail: '' }]);
  expect(stillOpen(rows, nothing)).toEqual(['c', 'n']);
});

it('takes a choice and a phone, and lets both be said again', () => {
  const said = say(say(say(nothing, 'c', { carrier: 'STO' }), 'c', { phoneTail: '1234' }), 'c', {
    carrier: 'YTO',
  });
  expect(readyToFollow(rows, said)).toContainEqual({ waybillNo: 'c', carrier: 'YTO', phoneTail: '1234' });
  expect(byState(rows).choice).toContain(choice);
});

it('takes the likeliest where nothing was chosen, and invents none', () => {
  expect(likeliest(rows, nothing).get('c')).toEqual({ carrier: 'YTO' });
  expect(likeliest(rows, say(nothing, 'c', { carrier: 'STO' })).get('c')).toEqual({ carrier: 'STO' });
  expect(stillOpen(rows, likeliest(rows, nothing))).toEqual(['n']);
});
