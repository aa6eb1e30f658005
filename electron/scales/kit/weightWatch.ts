import {
  freshReadingMs,
  type ScaleSays,
  type ScaleTrouble,
  zeroBandGrams,
} from '../../../shared/domain/packing/scale.ts';
import type { ScaleFrame } from './scaleFormat.ts';

/** Of formats that do not say when the weight is at rest: the same one so often, over so long. */
const equalFrames = 3;
const equalForMs = 300;
/** So many signs without one frame are no beginning of one. */
const nonsenseBytes = 64;

interface LastWeight {
  readonly grams: number;
  readonly isStable: boolean | null;
  /** Since when this very weight comes, and in how many frames. */
  readonly sinceAt: number;
  readonly count: number;
}

/**
 * Follows what a scale sends and reports its state. One frame is never trusted where the format does not vouch for it, and
 * nothing older than a second counts.
 */
export class WeightWatch {
  #weight: LastWeight | null = null;
  #trouble: ScaleTrouble | null = null;
  #frameAt: number | null = null;
  #bytesAt: number | null = null;
  #bytesSinceFrame = 0;
  #zeroAt: number | null = null;

  /** `frames`: what the bytes that came at `at` were understood as. */
  take(byteCount: number, frames: readonly ScaleFrame[], at: number): void {
    if (byteCount > 0) this.#bytesAt = at;
    this.#bytesSinceFrame = frames.length > 0 ? 0 : this.#bytesSinceFrame + byteCount;
    for (const frame of frames) this.#takeFrame(frame, at);
  }

  #takeFrame(frame: ScaleFrame, at: number): void {
    const wasFresh = this.#frameAt !== null && at - this.#frameAt <= freshReadingMs;
    this.#frameAt = at;
    if (frame.kind === 'trouble') {
      this.#trouble = frame.trouble;
      this.#weight = null;
      return;
    }
    this.#trouble = null;
    const { grams, isStable } = frame;
    const before = wasFresh ? this.#weight : null;
    this.#weight =
      before?.grams === grams
        ? { ...before, isStable, count: before.count + 1 }
        : { grams, isStable, sinceAt: at, count: 1 };
    if (Math.abs(grams) <= zeroBandGrams) this.#zeroAt = at;
  }

  says(now: number): ScaleSays {
    const at = this.#frameAt;
    const times = { at, zeroAt: this.#zeroAt };
    const isFresh = (when: number | null): when is number =>
      when !== null && now >= when && now - when <= freshReadingMs;
    if (!isFresh(at)) {
      const isNonsense = isFresh(this.#bytesAt) && this.#bytesSinceFrame >= nonsenseBytes;
      return { ...times, state: isNonsense ? 'nonsense' : 'silent', grams: null };
    }
    if (this.#trouble !== null) return { ...times, state: this.#trouble, grams: null };
    const weight = this.#weight;
    if (weight === null) return { ...times, state: 'silent', grams: null };
    const { grams } = weight;
    if (!isAtRest(weight, at)) return { ...times, state: 'moving', grams };
    if (grams < -zeroBandGrams) return { ...times, state: 'under', grams: null };
    return { ...times, state: grams <= zeroBandGrams ? 'zero' : 'stable', grams };
  }
}

function isAtRest({ isStable, count, sinceAt }: LastWeight, at: number): boolean {
  return isStable ?? (count >= equalFrames && at - sinceAt >= equalForMs);
}
