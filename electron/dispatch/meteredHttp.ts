import type { Clock } from '../platform/clock.ts';
import type { HttpPort } from '../platform/http.ts';
import type { SkewMeter } from './skewMeter.ts';

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
