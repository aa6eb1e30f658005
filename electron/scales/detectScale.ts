import type { ScaleSays } from '../../shared/domain/packing/scale.ts';
import { scaleFormats } from './formats/index.ts';
import { type FrameReader, type PlainUnit, plainUnits, type ScaleFormat } from './kit/scaleFormat.ts';
import { WeightWatch } from './kit/weightWatch.ts';

/** A format the scale may speak, and the weight it would mean. */
export interface ScaleGuess {
  readonly format: ScaleFormat;
  readonly unit: PlainUnit;
  readonly says: ScaleSays;
}

interface Candidate {
  readonly format: ScaleFormat;
  readonly unit: PlainUnit;
  readonly reader: FrameReader;
  readonly watch: WeightWatch;
  frames: number;
}

/** As many frames as no other format brings forth by chance. */
const leastFrames = 3;

/**
 * Hears one scale as every format at once. It only rules out: two formats of the same maker read the same bytes as 3 kg and as
 * 0.3 kg, so a person puts a weight on that is known, and what remains then is the format.
 */
export class ScaleDetection {
  readonly #candidates: readonly Candidate[];
  #byteCount = 0;

  constructor(way: ScaleFormat['way']) {
    this.#candidates = scaleFormats
      .filter((format) => format.way === way)
      .flatMap((format) =>
        (format.namesUnit ? plainUnits.slice(0, 1) : plainUnits).map((unit) => ({ format, unit })),
      )
      .map(({ format, unit }) => ({
        format,
        unit,
        reader: format.reader(unit),
        watch: new WeightWatch(),
        frames: 0,
      }));
  }

  /** Nothing came yet: a scale that has to be asked says nothing unasked. */
  get isSilent(): boolean {
    return this.#byteCount === 0;
  }

  /** The replies to send, where a format has one. */
  take(bytes: Uint8Array, at: number): readonly Uint8Array[] {
    this.#byteCount += bytes.length;
    const replies: Uint8Array[] = [];
    for (const candidate of this.#candidates) {
      const { frames, reply } = candidate.reader.take(bytes);
      candidate.frames += frames.length;
      candidate.watch.take(bytes.length, frames, at);
      if (reply !== undefined) replies.push(reply);
    }
    return replies;
  }

  /** `knownGrams`: the weight on the scale; null: not given. */
  guesses(now: number, knownGrams: number | null): readonly ScaleGuess[] {
    return this.#candidates
      .filter(({ frames }) => frames >= leastFrames)
      .map(({ format, unit, watch }) => ({ format, unit, says: watch.says(now) }))
      .filter(({ says }) => knownGrams === null || fits(says, knownGrams));
  }
}

/** Within a twentieth, and 20 g: a bottle of water is no calibrated weight, and formats differ by tens. */
function fits({ state, grams }: Pick<ScaleSays, 'state' | 'grams'>, knownGrams: number): boolean {
  const slack = Math.max(20, knownGrams / 20);
  return state === 'stable' && grams !== null && Math.abs(grams - knownGrams) <= slack;
}
