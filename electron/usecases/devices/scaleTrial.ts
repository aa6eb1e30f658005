import type { lineSpeeds } from '../../../shared/domain/packing/benchDevices.ts';
import type { Clock } from '../../platform/clock.ts';
import { ScaleDetection, type ScaleGuess } from '../../scales/detectScale.ts';
import { scaleFormats } from '../../scales/formats/index.ts';
import { readHidScale } from '../../scales/hidScale.ts';
import { keepPortOpen } from '../../serial/steadyPort.ts';
import { withoutParity } from './scaleLine.ts';

type Baud = (typeof lineSpeeds)[number];

/** The usual one first: most scales are sold with it. */
const speeds: readonly Baud[] = [9_600, 4_800, 2_400, 1_200, 19_200, 38_400];
/** At 1,200 baud a frame of 18 signs takes 0.15 s, and some scales speak twice a second. */
const speedMs = 2_500;
const roundMs = 250;
/** A scale that said nothing so long has to be asked. */
const silentMs = 800;
const questions = scaleFormats.flatMap(({ question }) => (question === null ? [] : [question.bytes]));

export interface TrialStep {
  readonly cause: string;
  readonly baud: Baud;
  readonly isSilent: boolean;
  readonly guesses: readonly ScaleGuess[];
}

export interface TrialPlace {
  readonly way: 'serial' | 'hid';
  readonly port: string;
}

/** Listens to what may be a scale, speed after speed, until one brings frames that some format understands. */
export class ScaleTrial {
  readonly place: TrialPlace;
  readonly #clock: Clock;
  #detection: ScaleDetection;
  #cause = 'closed';
  #baud: Baud = 9_600;

  constructor(place: TrialPlace, clock: Clock) {
    this.place = place;
    this.#clock = clock;
    this.#detection = new ScaleDetection(place.way);
  }

  get baud(): Baud {
    return this.#baud;
  }

  guesses(knownGrams: number | null): readonly ScaleGuess[] {
    return this.#detection.guesses(this.#clock.now(), knownGrams);
  }

  step(): TrialStep {
    return {
      cause: this.#cause,
      baud: this.#baud,
      isSilent: this.#detection.isSilent,
      guesses: this.guesses(null),
    };
  }

  async run(signal: AbortSignal): Promise<void> {
    const sleep = (delayMs: number) => this.#clock.sleep(delayMs, signal);
    const onState = (cause: string) => {
      this.#cause = cause;
    };
    const { way, port } = this.place;
    if (way === 'hid')
      return readHidScale({ path: port, signal, sleep, onState, onBytes: (bytes) => this.#take(bytes) });
    for (let turn = 0; !signal.aborted; turn++) {
      this.#baud = speeds[turn % speeds.length] ?? 9_600;
      this.#detection = new ScaleDetection(way);
      await this.#listen(signal, onState);
    }
  }

  /** At one speed: for good once something is understood. */
  async #listen(signal: AbortSignal, onState: (cause: string) => void): Promise<void> {
    const stop = new AbortController();
    const onAbort = () => stop.abort();
    signal.addEventListener('abort', onAbort, { once: true });
    const line = keepPortOpen({
      place: { port: this.place.port, plug: '' },
      settings: { baud: this.#baud, flow: 'none' },
      signal: stop.signal,
      sleep: (delayMs, ended) => this.#clock.sleep(delayMs, ended),
      onState,
      onBytes: (bytes) => {
        for (const reply of this.#take(withoutParity(bytes))) line.write(reply);
      },
    });
    const beganAt = this.#clock.now();
    while (!signal.aborted) {
      const forMs = this.#clock.now() - beganAt;
      const isUnderstood = this.guesses(null).length > 0;
      if (!isUnderstood && this.#cause === '' && forMs >= speedMs) break;
      if (forMs >= silentMs && (this.#detection.isSilent || this.#isAsked()))
        for (const question of questions) line.write(question);
      await this.#clock.sleep(roundMs, signal);
    }
    stop.abort();
    signal.removeEventListener('abort', onAbort);
    await line.ended;
  }

  /** What answers only when asked must be asked on. */
  #isAsked(): boolean {
    return this.guesses(null).some(({ format }) => format.question !== null);
  }

  #take(bytes: Uint8Array): readonly Uint8Array[] {
    return this.#detection.take(bytes, this.#clock.now());
  }
}
