import { expect, it } from 'vitest';
import { parcelNumbers } from '../../../../shared/rules/parcelNumbers.ts';

it('gives the booking’s own number to the first box and the child numbers to the others', () => {
  const booking = { waybillNo: 'SF1', childWaybillNos: ['SF2', 'SF3'] };
  expect(parcelNumbers(booking, 3)).toEqual({ numbers: ['SF1', 'SF2', 'SF3'], surplus: [], told: 3 });
});

it.each([
  ['one child too few', ['SF2'], 3, ['SF1', 'SF2'], 2],
  ['no child at all', undefined, 3, ['SF1'], 1],
  ['the same child twice, and the parent among the children', ['SF1', 'SF2', 'SF2'], 3, ['SF1', 'SF2'], 2],
])('invents no number: %s', (_what, childWaybillNos, asked, numbers, told) => {
  const booking = { waybillNo: 'SF1', ...(childWaybillNos === undefined ? {} : { childWaybillNos }) };
  expect(parcelNumbers(booking, asked)).toMatchObject({ numbers, told, surplus: [] });
});

it('keeps what is beyond the boxes apart', () => {
  const booking = { waybillNo: 'SF1', childWaybillNos: ['SF2', 'SF3', 'SF4'] };
  expect(parcelNumbers(booking, 2)).toEqual({ numbers: ['SF1', 'SF2'], surplus: ['SF3', 'SF4'], told: 4 });
  expect(parcelNumbers(booking, 1)).toMatchObject({ numbers: ['SF1'], surplus: ['SF2', 'SF3', 'SF4'] });
});

it('lets boxes named after the booking’s number bear their own names, in their order', () => {
  const booking = { waybillNo: 'JDX01', childWaybillNos: ['JDX01-3-3-', 'JDX01-1-3-', 'JDX01-2-3-'] };
  expect(parcelNumbers(booking, 3).numbers).toEqual(['JDX01-1-3-', 'JDX01-2-3-', 'JDX01-3-3-']);
  expect(parcelNumbers({ waybillNo: 'JDX01', childWaybillNos: ['JDX01-1-1-'] }, 1)).toEqual({
    numbers: ['JDX01'],
    surplus: [],
    told: 1,
  });
});

it('does not take a strange number of that shape for a box of this one', () => {
  const booking = { waybillNo: 'JDX01', childWaybillNos: ['JDX99-1-2-'] };
  expect(parcelNumbers(booking, 2).numbers).toEqual(['JDX01', 'JDX99-1-2-']);
});
