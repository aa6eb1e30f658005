import type { ScaleSetting } from '../../../shared/domain/packing/benchDevices.ts';
import type { ScaleSays } from '../../../shared/domain/packing/scale.ts';
import type { Clock } from '../../platform/clock.ts';
import { scaleFormat } from '../../scales/formats/index.ts';
import { readHidScale } from '../../scales/hidScale.ts';
import type { FrameReader, ScaleFormat } from '../../scales/kit/scaleFormat.ts';
import { WeightWatch } from '../../scales/kit/weightWatch.ts';
import { SimulatedScale } from '../../scales/simulatedScale.ts';
import { keepPortOpen } from '../../serial/steadyPort.ts';

/** Scales sold with seven bits and a parity set the eighth: what they say is in the other seven. */
export const withoutParity = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte & 0x7f);

export function namesOfFormat(id: string): { readonly nameZh: string; readonly nameEn: string } {
  const { nameZh = id, nameEn = id } = scaleFormat(id) ?? {};
  return { nameZh, nameEn };
}

/** The scale of this bench, listened to until the signal aborts. */
export class ScaleLine {
  readonly #setting: ScaleSetting;
  readonly #clock: Clock;
  readonly #format: ScaleFormat | undefined;
  readonly #reader: FrameReader | undefined;
  readonly #watch = new WeightWatch();
  readonly #simulated = new SimulatedScale();
  readonly #onNews: () => void;
  #cause = 'closed';

  constructor(setting: ScaleSetting, clock: Clock, onNews: () => void) {
    this.#setting = setting;
    this.#clock = clock;
    this.#format = scaleFormat(setting.format);
    this.#reader = this.#format?.reader(setting.unit);
    this.#onNews = onNews;
  }

  /** Why its port is not open; empty: it is. */
  get cause(): string {
    return this.#cause;
  }

  says(): ScaleSays {
    const says = this.#watch.says(this.#clock.now());
    return this.#cause === '' ? says : { ...says, state: 'away', grams: null };
  }

  /** Only of the simulated one. */
  put(grams: number): void {
    this.#simulated.put(grams, this.#clock.now());
  }

  async run(signal: AbortSignal): Promise<void> {
    const { way, port, plug, baud } = this.#setting;
    const sleep = (delayMs: number) => this.#clock.sleep(delayMs, signal);
    const onState = (cause: string) => {
      if (this.#cause === cause) return;
      this.#cause = cause;
      this.#onNews();
    };
    if (way === 'simulated') return this.#simulate(signal, onState);
    if (way === 'hid')
      return readHidScale({ path: port, signal, sleep, onState, onBytes: (bytes) => this.#take(bytes) });
    const line = keepPortOpen({
      place: { port, plug },
      settings: { baud, flow: 'none' },
      signal,
      sleep,
      onState,
      onBytes: (bytes) => {
        const reply = this.#take(withoutParity(bytes));
        if (reply !== undefined) line.write(reply);
      },
    });
    const question = this.#format?.question ?? null;
    while (question !== null && !signal.aborted) {
      line.write(question.bytes);
      await sleep(question.everyMs);
    }
    await line.ended;
  }

  async #simulate(signal: AbortSignal, onState: (cause: string) => void): Promise<void> {
    onState('');
    while (!signal.aborted) {
      this.#take(this.#simulated.line(this.#clock.now()));
      await this.#clock.sleep(SimulatedScale.everyMs, signal);
    }
  }

  #take(bytes: Uint8Array): Uint8Array | undefined {
    const understood = this.#reader?.take(bytes);
    this.#watch.take(bytes.length, understood?.frames ?? [], this.#clock.now());
    this.#onNews();
    return understood?.reply;
  }
}
