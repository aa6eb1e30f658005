import type { BenchDevices, SerialGun } from '../../../shared/domain/packing/benchDevices.ts';
import type { ScaleSays } from '../../../shared/domain/packing/scale.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import {
  done,
  type ErrorParams,
  type Failure,
  failure,
  type Outcome,
} from '../../../shared/errors/outcome.ts';
import { codePauseMs, GunCodes, type GunScan } from '../../guns/gunCodes.ts';
import { keepPortOpen } from '../../serial/steadyPort.ts';
import { atBook, type Within, type Workspace } from '../workspace/workspace.ts';
import { changeBenchDevices, plugAt, readBenchDevices, userOf } from './benchDevices.ts';
import { ScaleLine } from './scaleLine.ts';
import { ScaleTrial, type TrialPlace, type TrialStep } from './scaleTrial.ts';

export type DeviceNews =
  | {
      readonly kind: 'scan';
      readonly gun: string;
      readonly code: string;
      readonly isUnended: boolean;
      readonly at: number;
    }
  | { readonly kind: 'scale'; readonly says: ScaleSays | null }
  /** A message to the recorder did not arrive. */
  | { readonly kind: 'recorder'; readonly code: ErrorCode; readonly params: ErrorParams };

/** Silence is news too, and nobody tells it. */
const pollMs = 250;
const trialStepMs = 300;
const againMs = 400;

interface GunLine {
  readonly gun: SerialGun;
  cause: string;
}

/** Guns and scale of this bench, open as long as the workspace is. */
export class DeviceLines {
  readonly #workspace: Workspace;
  readonly #within: Within;
  readonly #readers = new Set<() => void>();
  readonly #queues = new Set<DeviceNews[]>();
  #signal: AbortSignal | null = null;
  #stop = new AbortController();
  #ended: Promise<unknown> = Promise.resolve();
  /** One after the other: a port is not opened twice. */
  #renewed: Promise<void> = Promise.resolve();
  #guns: readonly GunLine[] = [];
  #scale: ScaleLine | null = null;
  #trial: ScaleTrial | null = null;

  constructor(workspace: Workspace, within: Within = atBook(workspace)) {
    this.#workspace = workspace;
    this.#within = within;
  }

  /** Opens what is set up, until the signal aborts. */
  async start(signal: AbortSignal): Promise<void> {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#stop.abort(), { once: true });
    await this.renew();
  }

  /** What is set up has changed: everything is closed and reopened. */
  renew(): Promise<void> {
    this.#renewed = this.#renewed.then(() => this.#openAnew());
    return this.#renewed;
  }

  async #openAnew(): Promise<void> {
    this.#stop.abort();
    await this.#ended;
    if (this.#signal === null || this.#signal.aborted) return;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const devices = await this.#within(readBenchDevices);
    const { serialGuns, scale: found } = withoutPort(devices, this.#trial?.place.port);
    // Whatever a settings row says: real parcels are not weighed by a scale that plays one.
    const scale = found?.way === 'simulated' && !this.#workspace.isPractice ? null : found;
    this.#scale = scale === null ? null : new ScaleLine(scale, this.#workspace.clock, () => this.#wake());
    this.#guns = serialGuns.map((gun) => ({ gun, cause: 'closed' }));
    this.#ended = Promise.all([
      this.#scale?.run(signal),
      ...this.#guns.map((line) => this.#listen(line, signal)),
    ]);
    this.#wake();
  }

  /** What the scale says now; null: there is none. */
  says(): ScaleSays | null {
    return this.#scale?.says() ?? null;
  }

  get scaleCause(): string {
    return this.#scale?.cause ?? '';
  }

  gunCause(id: string): string {
    return this.#guns.find(({ gun }) => gun.id === id)?.cause ?? 'closed';
  }

  /** On the simulated scale; real ones are loaded by hand. */
  async put(grams: number): Promise<Outcome<ScaleSays>> {
    const { scale } = await this.#within(readBenchDevices);
    if (scale === null || this.#scale === null) return failure('SCALE_NOT_SET_UP');
    if (scale.way !== 'simulated') return failure('SCALE_PRACTICE_ONLY');
    this.#scale.put(grams);
    return done(this.#scale.says());
  }

  /** The recorder of this bench did not take a message. */
  recorderFailed({ code, params = {} }: Failure): void {
    this.#tell({ kind: 'recorder', code, params });
  }

  #listen(line: GunLine, signal: AbortSignal): Promise<void> {
    const { clock } = this.#workspace;
    const { name, port, plug, baud } = line.gun;
    const codes = new GunCodes();
    const tell = (scans: readonly GunScan[]) => {
      const at = clock.now();
      for (const one of scans) this.#tell({ kind: 'scan', gun: name, ...one, at });
    };
    let pause = new AbortController();
    return keepPortOpen({
      place: { port, plug },
      settings: { baud, flow: 'none' },
      signal,
      sleep: (delayMs, ended) => clock.sleep(delayMs, ended),
      onState: (cause) => {
        if (line.cause === cause) return;
        line.cause = cause;
        this.#workspace.changed('status');
      },
      onBytes: (bytes) => {
        pause.abort();
        pause = new AbortController();
        const { signal: more } = pause;
        tell(codes.take(bytes));
        void clock.sleep(codePauseMs, more).then(() => {
          if (!more.aborted) tell(codes.pause());
        });
      },
    }).ended;
  }

  #tell(news: DeviceNews): void {
    for (const queue of this.#queues) queue.push(news);
    this.#wake();
  }

  #wake(): void {
    for (const reader of this.#readers) reader();
  }

  /** Every code, and the scale whenever it stands otherwise, until the signal aborts. */
  async *follow(signal: AbortSignal | undefined): AsyncGenerator<DeviceNews, void, void> {
    const queue: DeviceNews[] = [];
    this.#queues.add(queue);
    let reported = '';
    try {
      while (signal?.aborted !== true) {
        const says = this.says();
        // A weight at rest is sent again and again: how old it is decides whether it counts.
        const now = `${says?.state} ${says?.grams} ${Math.floor((says?.at ?? 0) / againMs)}`;
        const next = queue.shift();
        if (next !== undefined) yield next;
        else if (now === reported) await this.#news(signal);
        else {
          reported = now;
          yield { kind: 'scale', says };
        }
      }
    } finally {
      this.#queues.delete(queue);
    }
  }

  /** Resolves when something may have changed. */
  async #news(signal: AbortSignal | undefined): Promise<void> {
    const wait = new AbortController();
    const wake = () => wait.abort();
    this.#readers.add(wake);
    signal?.addEventListener('abort', wake, { once: true });
    await this.#workspace.clock.sleep(pollMs, wait.signal);
    this.#readers.delete(wake);
    signal?.removeEventListener('abort', wake);
  }

  /** Listens to what may be a scale until the reader leaves; what else hangs on that port waits. */
  async *try(place: TrialPlace, signal: AbortSignal | undefined): AsyncGenerator<TrialStep, void, void> {
    const { clock } = this.#workspace;
    const trial = new ScaleTrial(place, clock);
    const stop = new AbortController();
    const onAbort = () => stop.abort();
    for (const one of [signal, this.#signal]) one?.addEventListener('abort', onAbort, { once: true });
    this.#trial = trial;
    await this.renew();
    const ended = trial.run(stop.signal);
    try {
      while (!stop.signal.aborted) {
        yield trial.step();
        await clock.sleep(trialStepMs, stop.signal);
      }
    } finally {
      stop.abort();
      await ended;
      if (this.#trial === trial) {
        this.#trial = null;
        await this.renew();
      }
    }
  }

  /** Takes the scale being listened to, once exactly one format fits what is known to lie on it. */
  async choose(knownGrams: number): Promise<Outcome<BenchDevices>> {
    const trial = this.#trial;
    if (trial === null) return failure('SCALE_NOT_SET_UP');
    const [guess, ...others] = trial.guesses(knownGrams);
    if (guess === undefined || others.length > 0)
      return failure('SCALE_NOT_PROVEN', { grams: String(knownGrams) });
    const { way, port } = trial.place;
    const taken = userOf({ ...(await this.#within(readBenchDevices)), scale: null }, port);
    if (taken !== '') return failure('DEVICE_PORT_TAKEN', { port });
    const scale = {
      way,
      port,
      plug: way === 'serial' ? await plugAt(port) : '',
      format: guess.format.id,
      unit: guess.unit,
      baud: trial.baud,
    };
    return done(await changeBenchDevices(this.#workspace, { scale }));
  }
}

/** What is being tried out is nobody else's meanwhile. */
function withoutPort({ serialGuns, scale }: BenchDevices, port: string | undefined) {
  return {
    serialGuns: serialGuns.filter((gun) => gun.port !== port),
    scale: scale?.port === port ? null : scale,
  };
}
