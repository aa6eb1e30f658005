import type { Clock } from '../platform/clock.ts';
import type { HttpPort } from '../platform/http.ts';

/** How far this computer's clock is off, as the platforms' replies tell it. */
interface Skew {
  /** Positive: this computer is behind. The median of the last replies. */
  readonly skewMs: number;
  readonly samples: number;
  /** UTC ms by this computer's clock. */
  readonly measuredAt: number;
}

export interface SkewMeter {
  /** `date`: the Date header of a reply to a request that left and came back then. */
  observe(date: string | undefined, sentAt: number, receivedAt: number): void;
  /** null: no reply has shown it. */
  skew(): Skew | null;
  /** The skew when it is worth storing: new, a second off what was stored, or ten minutes newer. */
  news(): Skew | null;
}

/** One odd server or one slow reply must not move the clock: the middle of so many. */
const mostSamples = 15;
/** A reply that took longer says little about the moment its Date was written. */
const slowestMs = 20_000;
/** The header has whole seconds, cut off: on average it is half a second more. */
const headerRoundingMs = 500;
const newsMs = 10 * 60_000;
const newsSkewMs = 1_000;

export function createSkewMeter(): SkewMeter {
  let samples: number[] = [];
  let measuredAt = 0;
  let reported: Skew | null = null;
  const skew = (): Skew | null => {
    const middle = [...samples].sort((left, right) => left - right)[samples.length >> 1];
    return middle === undefined ? null : { skewMs: Math.round(middle), samples: samples.length, measuredAt };
  };
  return {
    observe(date, sentAt, receivedAt) {
      const serverAt = Date.parse(date ?? '');
      const tookMs = receivedAt - sentAt;
      if (Number.isNaN(serverAt) || tookMs < 0 || tookMs > slowestMs) return;
      samples = [...samples, serverAt + headerRoundingMs - (sentAt + receivedAt) / 2].slice(-mostSamples);
      measuredAt = receivedAt;
    },
    skew,
    news() {
      const now = skew();
      if (now === null) return null;
      const isOld =
        reported === null ||
        Math.abs(now.skewMs - reported.skewMs) >= newsSkewMs ||
        Math.abs(now.measuredAt - reported.measuredAt) >= newsMs;
      if (!isOld) return null;
      reported = now;
      return now;
    },
  };
}

/** The same exchange; the time that each reply names is compared with the clock of this computer. */
export function meteredHttp(http: HttpPort, clock: Clock, meter: SkewMeter): HttpPort {
  return {
    async send(request) {
      const sentAt = clock.now();
      const outcome = await http.send(request);
      if (outcome.ok) meter.observe(outcome.value.headers.date, sentAt, clock.now());
      return outcome;
    },
  };
}
