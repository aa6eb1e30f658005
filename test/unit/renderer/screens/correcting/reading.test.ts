import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changedParts,
  confidenceWord,
  markSpans,
  reasonText,
} from '../../../../../renderer/screens/correcting/reading.ts';
import type { Party } from '../../../../../shared/domain/party.ts';

test('confidence is said in words', () => {
  expect([1, 0.9, 0.89, 0.7, 0.5, 0.49, 0].map(confidenceWord)).toEqual([
    'sure',
    'sure',
    'likely',
    'likely',
    'doubtful',
    'guess',
    'guess',
  ]);
});

describe('marking what was understood', () => {
  test('no character of the original is lost or doubled, whatever the spans', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.array(fc.record({ field: fc.constantFrom('name', 'phone'), start: fc.nat(70), end: fc.nat(70) })),
        (text, spans) => {
          expect(
            markSpans(text, spans)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  test('pieces carry their field', () => {
    const pieces = markSpans('林晓雨 闸北区', [
      { field: 'district', start: 4, end: 7 },
      { field: 'name', start: 0, end: 3 },
    ]);
    expect(pieces.map(({ text, field }) => [text, field])).toEqual([
      ['林晓雨', 'name'],
      [' ', null],
      ['闸北区', 'district'],
    ]);
  });

  test('a correction hangs on the piece of its field that holds the old name, and on no other', () => {
    const pieces = markSpans(
      '闸北区闸北区路1号',
      [
        { field: 'district', start: 0, end: 3 },
        { field: 'detail', start: 3, end: 9 },
      ],
      [{ field: 'district', from: '闸北区', to: '静安区', reason: 'merged:2015' }],
    );
    expect(pieces.map(({ change }) => change?.to ?? null)).toEqual(['静安区', null]);
  });
});

test('a reason carries its year, an unknown rule still has words', () => {
  expect(reasonText('merged:2015')).toEqual({ key: 'merged', year: '2015' });
  expect(reasonText('something-new')).toEqual({ key: 'other', year: '' });
});

describe('what an answer changes', () => {
  const before: Party = {
    name: '陈建国',
    phone: '13800000012',
    extension: '4521',
    province: '吉林省',
    city: '长春市',
    district: '朝阳区',
    town: '',
    detail: '望京街道阜通东大街6号',
  };

  test('another place is said whole, its town once', () => {
    const after = {
      ...before,
      province: '北京市',
      city: '北京市',
      town: '望京街道',
      detail: '阜通东大街6号',
    };
    expect(changedParts(before, after)).toBe('北京市 朝阳区 望京街道 阜通东大街6号');
  });

  test('in the same place only what differs is said', () => {
    expect(changedParts(before, { ...before, town: '永昌街道', phone: '13800000013' })).toBe(
      '永昌街道 13800000013',
    );
    expect(changedParts(before, before)).toBe('');
  });
});
