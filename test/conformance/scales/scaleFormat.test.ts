import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScaleDetection } from '../../../electron/scales/detectScale.ts';
import { scaleFormats } from '../../../electron/scales/formats/index.ts';
import type { ScaleFormat, ScaleFrame } from '../../../electron/scales/kit/scaleFormat.ts';
import { scaleVectors } from './scaleVectors.ts';

const vectorsOf = ({ id }: ScaleFormat) => scaleVectors[id] ?? [];

/** Bytes in pieces as a serial line delivers them, cut anywhere. */
function readInPieces(format: ScaleFormat, bytes: Uint8Array, cuts: readonly number[]): ScaleFrame[] {
  const reader = format.reader('kg');
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  return places.flatMap((from, index) => [
    ...reader.take(bytes.subarray(from, places[index + 1] ?? from)).frames,
  ]);
}

describe.each(scaleFormats.map((format) => [format.id, format] as const))(
  'a scale that speaks %s',
  (_id, format) => {
    test('has vectors of its maker, among them a weight', () => {
      expect(vectorsOf(format).some(({ frame }) => frame.kind === 'weight')).toBe(true);
    });

    test.each(vectorsOf(format).map(({ of, ...vector }) => [of, vector] as const))(
      'is understood: %s',
      (_of, { bytes, frame }) => {
        expect(format.reader('kg').take(bytes).frames).toEqual([frame]);
      },
    );

    test('is understood in whatever pieces its frames arrive', () => {
      const bytes = Buffer.concat(vectorsOf(format).map((vector) => vector.bytes));
      const frames = vectorsOf(format).map(({ frame }) => frame);
      fc.assert(
        fc.property(fc.array(fc.nat({ max: 500 }), { maxLength: 12 }), (cuts) => {
          expect(readInPieces(format, bytes, cuts)).toEqual(frames);
        }),
        { numRuns: 50 },
      );
    });

    test('says truly whether it tells a weight at rest', () => {
      const said = vectorsOf(format).flatMap(({ frame }) =>
        frame.kind === 'weight' ? [frame.isStable] : [],
      );
      expect(said.every((isStable) => (isStable !== null) === format.saysStable)).toBe(true);
    });

    test('finds its place again after a broken frame', () => {
      if (format.way === 'hid') return; // a report comes whole or not at all
      const [first] = vectorsOf(format);
      if (first === undefined) throw new Error('no vector');
      const broken = first.bytes.subarray(0, first.bytes.length - 3);
      const frames = format
        .reader('kg')
        .take(Buffer.concat([broken, Buffer.from('\r\n'), first.bytes, first.bytes])).frames;
      expect(frames.at(-1)).toEqual(first.frame);
    });

    test('never makes an impossible weight of noise, and stays small', () => {
      fc.assert(
        fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 }), (pieces) => {
          const reader = format.reader('kg');
          for (const frame of pieces.flatMap((piece) => reader.take(piece).frames))
            if (frame.kind === 'weight') expect(Math.abs(frame.grams)).toBeLessThanOrEqual(5_000_000);
        }),
        { numRuns: 50 },
      );
    });
  },
);

test('what a scale says of its tare, or of pieces it counts, is no weight of a parcel', () => {
  const reader = scaleFormats.find(({ id }) => id === 'st-gs')?.reader('kg');
  for (const line of ['ST,TR,+  0.200kg', 'ST,TR,   0.200 kg', 'ST,PT,   0.200 kg', 'QT,+00000012 PC'])
    expect(reader?.take(Buffer.from(`${line}\r\n`)).frames).toEqual([]);
});

describe('finding out how a scale speaks', () => {
  const serial = scaleFormats.filter(({ way }) => way === 'serial');

  test.each(serial.map((format) => [format.id, format] as const))(
    '%s is among what remains, and only it fits a known weight',
    (_id, format) => {
      const vector = vectorsOf(format).find(
        ({ frame }) => frame.kind === 'weight' && frame.grams > 0 && frame.isStable !== false,
      );
      if (vector?.frame.kind !== 'weight') throw new Error('no vector');
      const detection = new ScaleDetection('serial');
      for (let at = 0; at <= 1_000; at += 100) detection.take(vector.bytes, at);
      expect(detection.guesses(1_000, null).map((guess) => guess.format.id)).toContain(format.id);
      const proven = detection.guesses(1_000, vector.frame.grams);
      expect(proven.map((guess) => [guess.format.id, guess.unit])).toEqual([[format.id, 'kg']]);
    },
  );

  test('3 kg and 0.3 kg are the same bytes: without a known weight nothing is decided', () => {
    const detection = new ScaleDetection('serial');
    for (let at = 0; at <= 1_000; at += 100) detection.take(Buffer.from('=0003.000'), at);
    const grams = detection
      .guesses(1_000, null)
      .map(({ format, unit, says }) => `${format.id} ${unit} ${says.grams}`);
    expect(grams).toEqual(['xk3190-1 kg 300', 'xk3190-1 g 0', 'xk3190-2 kg 3000', 'xk3190-2 g 3']);
    expect(detection.guesses(1_000, 300).map(({ format }) => format.id)).toEqual(['xk3190-1']);
  });

  test('noise is no scale', () => {
    const detection = new ScaleDetection('serial');
    for (let at = 0; at <= 1_000; at += 100)
      detection.take(Buffer.from('hello=world\r\n\x02garbage\x03'), at);
    expect(detection.guesses(1_000, null)).toEqual([]);
  });
});
