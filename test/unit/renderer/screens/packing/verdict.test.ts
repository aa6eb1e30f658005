import { describe, expect, test } from 'vitest';
import {
  mainAct,
  otherActs,
  reopenable,
  teachable,
} from '../../../../../renderer/screens/packing/bench/benchActs.ts';
import { lookOfStop } from '../../../../../renderer/screens/packing/bench/stopLooks.ts';
import { verdictOf } from '../../../../../renderer/screens/packing/bench/verdict.ts';
import type { PackAnswer, PackedParcelView } from '../../../../../shared/contracts/packing/packing.ts';
import { packStops } from '../../../../../shared/domain/packing/packStops.ts';
import { answer, closedRow, line, openParcel, stopped } from './samples.ts';

const quiet = { answer: null, taken: null, failure: null, scale: null, isPrintedHere: true };
const wanted = (parcel: PackedParcelView | null, isPrintedHere = true) => {
  const verdict = verdictOf({ ...quiet, parcel, isPrintedHere });
  return verdict.kind === 'want' ? `${verdict.want} ${verdict.look}` : verdict.kind;
};

test('goods without a code are spoken of only where some are left to be counted', () => {
  const byEye = (...lines: PackedParcelView['lines'][number][]) => {
    const verdict = verdictOf({ ...quiet, parcel: openParcel({ lines }) });
    return verdict.kind === 'want' && verdict.hasByEye === true;
  };
  expect(byEye(line(), line({ isByEye: true }))).toBe(true);
  expect(byEye(line(), line({ isByEye: true, quantity: 1, counted: 1 }))).toBe(false);
  expect(byEye(line())).toBe(false);
});

describe('the one big state of the bench', () => {
  test.each<readonly [says: string, parcel: PackedParcelView | null, want: string]>([
    ['an empty bench wants a code', null, 'code ready'],
    ['an open parcel wants its goods', openParcel(), 'goods ready'],
    ['a piece with a code of its own wants that', openParcel({ serialWanted: 'CAM' }), 'serial ready'],
    [
      'what is left has no code: it is counted by eye',
      openParcel({ lines: [line({ counted: 1 }), line({ isByEye: true, quantity: 3 })], piecesLeft: 3 }),
      'eye ready',
    ],
    ['then the scale', openParcel({ phase: 'weight' }), 'scale ready'],
    [
      'a label on its way is waited for',
      openParcel({ phase: 'print', labelState: 'sending' }),
      'printing moving',
    ],
    ['one that did not print is wrong', openParcel({ phase: 'print', labelState: 'failed' }), 'lost wrong'],
    [
      'nobody knows whether it came out',
      openParcel({ phase: 'print', labelState: 'unsure' }),
      'paper unsure',
    ],
    [
      'one that is held waits for a person',
      openParcel({ phase: 'print', labelState: 'held' }),
      'heldLabel other',
    ],
    ['one that is out is scanned', openParcel({ phase: 'label', labelState: 'confirmed' }), 'label ready'],
  ])('%s', (_, parcel, want) => expect(wanted(parcel)).toBe(want));

  test('a scale that has gone silent is a stop while a weight is wanted, and none before', () => {
    const want = (phase: 'items' | 'weight', scale: 'silent' | 'moving') => {
      const verdict = verdictOf({ ...quiet, scale, parcel: openParcel({ phase }) });
      return verdict.kind === 'want' ? `${verdict.want} ${verdict.look}` : verdict.kind;
    };
    expect(want('weight', 'silent')).toBe('scaleLost wrong');
    expect(want('weight', 'moving')).toBe('scale ready');
    expect(want('items', 'silent')).toBe('goods ready');
  });

  test('where labels are printed elsewhere none is waited for', () => {
    expect(wanted(openParcel({ phase: 'print' }), false)).toBe('byHand ready');
  });

  test('every stop is said, whatever lies open, until the next gesture', () => {
    for (const kind of packStops) {
      const verdict = verdictOf({ ...quiet, parcel: openParcel(), answer: stopped(kind) });
      expect(verdict, kind).toMatchObject({ kind: 'stop', look: lookOfStop(kind), stop: { kind } });
    }
  });

  test('what nobody knows looks like nothing else', () => {
    expect(packStops.filter((kind) => lookOfStop(kind) === 'unsure')).toEqual(['unsure', 'label-unsure']);
  });

  test('a stop of the printer is over once the label is on its way', () => {
    const lost = openParcel({ phase: 'print', labelState: 'failed' });
    const again = openParcel({ phase: 'print', labelState: 'sending' });
    expect(verdictOf({ ...quiet, parcel: lost, answer: stopped('printer') }).kind).toBe('stop');
    expect(verdictOf({ ...quiet, parcel: again, answer: stopped('printer') }).kind).toBe('want');
  });

  test('a gesture that could not be done hides what the one before came to', () => {
    const failure = { code: 'CORE_AWAY', params: {} };
    expect(verdictOf({ ...quiet, parcel: null, answer: answer({ says: 'closed' }), failure })).toEqual({
      kind: 'failure',
      look: 'wrong',
      failure,
    });
  });

  test('a parcel that is packed is said with its number', () => {
    const closed = answer({ says: 'closed', about: closedRow });
    expect(verdictOf({ ...quiet, parcel: null, answer: closed })).toEqual({
      kind: 'end',
      look: 'good',
      end: 'closed',
      orderNo: 'A1',
    });
  });
});

describe('what a hand may do', () => {
  const desk = { parcel: null, last: null };
  const verdictFor = (parcel: PackedParcelView | null) => verdictOf({ ...quiet, parcel });

  test('an empty bench on which nothing was packed offers nothing that would do nothing', () => {
    expect(otherActs(verdictFor(null), desk, null)).toEqual([]);
    expect(mainAct(verdictFor(null), null)).toBeNull();
  });

  test('the parcel packed last can be opened again and its label printed again, until it has left', () => {
    const acts = (last: typeof closedRow) => {
      const [verdict, packedDesk] = [verdictFor(null), { parcel: null, last }];
      return otherActs(verdict, packedDesk, reopenable(verdict, null, packedDesk));
    };
    expect(acts(closedRow)).toEqual(['reprint', 'reopen']);
    expect(acts({ ...closedRow, state: 'handed-over' })).not.toContain('reopen');
  });

  test('a parcel that was packed and is scanned again is the one that can be opened, not the one packed last', () => {
    const scanned = { ...closedRow, parcelId: 'scanned' };
    const told = { ...stopped('already-packed'), about: scanned };
    const verdict = verdictOf({ ...quiet, parcel: null, answer: told });
    const packedDesk = { parcel: null, last: closedRow };
    expect(reopenable(verdict, told, packedDesk)).toBe(scanned);
    expect(reopenable(verdict, { ...told, about: null }, packedDesk)).toBeNull();
  });

  test('what may be let pass asks for just that, what may not never does', () => {
    const parcel = openParcel({ phase: 'print' });
    const acts = (kind: (typeof packStops)[number]) =>
      mainAct(verdictOf({ ...quiet, parcel, answer: stopped(kind) }), parcel);
    expect(acts('changed')).toBe('override');
    expect(acts('weight-off')).toBe('override');
    expect(acts('refunded')).toBeNull();
    expect(acts('printer')).toBe('again');
    expect(acts('no-weight')).toBe('weigh');
  });

  test('a held label is printed from the bench; one that may have come out is looked at in Print', () => {
    const act = (labelState: 'held' | 'unsure') => {
      const parcel = openParcel({ phase: 'label', labelState });
      return mainAct(verdictFor(parcel), parcel);
    };
    expect(act('held')).toBe('again');
    expect(act('unsure')).toBe('toPrint');
  });

  test('a parcel that must not leave can only be put back; what was scanned beside it keeps it from nothing', () => {
    const parcel = openParcel({ orderId: 'own' });
    const acts = (orderId: string) => {
      const told = stopped('refunded');
      const stop = told.stop === null ? null : { ...told.stop, orderId };
      const verdict = verdictOf({ ...quiet, parcel, answer: { ...told, stop } });
      return otherActs(verdict, { parcel, last: null }, null);
    };
    expect(acts('own')).toEqual(['abort']);
    expect(acts('other')).toContain('hold');
  });

  test('an act stands once: the one that is asked for is not among the others', () => {
    const parcel = openParcel({ phase: 'weight', labelState: 'confirmed' });
    const verdict = verdictFor(parcel);
    expect(mainAct(verdict, parcel)).toBe('weigh');
    expect(otherActs(verdict, { parcel, last: null }, null)).toEqual([
      'override',
      'reprint',
      'extra',
      'hold',
      'abort',
    ]);
  });

  describe('a barcode that nobody knows', () => {
    const cup = line({ skuCode: 'CUP' });
    const unknown = (code: string): PackAnswer => {
      const told = stopped('unknown');
      return { ...told, stop: told.stop && { ...told.stop, params: { code } } };
    };
    const taught = (parcel: PackedParcelView | null, answer: PackAnswer = unknown('6901028075763')) =>
      teachable(verdictOf({ ...quiet, parcel, answer }), parcel);

    test('can be taught to goods that the open parcel still wants, each once', () => {
      const done = line({ skuCode: 'TEA', counted: 1 });
      const nameless = line({ skuCode: '', isByEye: true });
      const parcel = openParcel({ lines: [cup, done, nameless, line({ skuCode: 'COF' }), cup] });
      expect(taught(parcel)?.code).toBe('6901028075763');
      expect(taught(parcel)?.lines.map(({ skuCode }) => skuCode)).toEqual(['CUP', 'COF']);
      const verdict = verdictOf({ ...quiet, parcel, answer: unknown('6901028075763') });
      expect(otherActs(verdict, { parcel, last: null }, null)).toContain('teach');
      expect(mainAct(verdict, parcel)).toBeNull();
    });

    test('is not taught with no parcel open, once all is checked, or where it is not shown whole', () => {
      expect(taught(null)).toBeNull();
      expect(taught(openParcel({ phase: 'label', lines: [cup] }))).toBeNull();
      expect(taught(openParcel({ lines: [line({ counted: 1 })] }))).toBeNull();
      expect(taught(openParcel({ lines: [cup] }), unknown('7'.repeat(40)))).toBeNull();
    });

    test('is the only kind of stop that teaches', () => {
      const parcel = openParcel({ lines: [cup] });
      const kinds = packStops.filter((kind) => taught(parcel, stopped(kind)) !== null);
      expect(kinds.filter((kind) => kind !== 'unknown')).toEqual([]);
    });
  });

  test('without a number no parcel is added and nothing printed again', () => {
    const parcel = openParcel({ isBooked: false });
    const acts = otherActs(verdictFor(parcel), { parcel, last: null }, null);
    expect(acts).not.toContain('extra');
    expect(acts).not.toContain('reprint');
  });
});
