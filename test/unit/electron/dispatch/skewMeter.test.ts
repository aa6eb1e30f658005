import { describe, expect, it } from 'vitest';
import { createSkewMeter, meteredHttp } from '../../../../electron/dispatch/skewMeter.ts';
import { happened } from '../../../../shared/errors/outcome.ts';
import { handClock } from '../../../doubles/handClock.ts';

const at = Date.parse('2026-11-25T12:00:00.000Z');
const dateOf = (ms: number) => new Date(Math.floor(ms / 1_000) * 1_000).toUTCString();

describe('measuring the clock by the replies of platforms', () => {
  it('takes the middle of the last replies, so that one odd server moves nothing', () => {
    const meter = createSkewMeter();
    expect(meter.skew()).toBeNull();
    for (let reply = 0; reply < 14; reply++) {
      const sentAt = at + reply * 1_300;
      meter.observe(dateOf(sentAt + 400_000), sentAt, sentAt + 80);
    }
    meter.observe(dateOf(at - 86_400_000), at, at + 80);
    const skew = meter.skew();
    expect(skew?.samples).toBe(15);
    expect(Math.abs((skew?.skewMs ?? 0) - 400_000)).toBeLessThanOrEqual(1_000);
  });

  it('learns nothing from a reply without a date, with a broken one, or that took too long', () => {
    const meter = createSkewMeter();
    meter.observe(undefined, at, at + 10);
    meter.observe('yesterday', at, at + 10);
    meter.observe(dateOf(at), at, at + 60_000);
    meter.observe(dateOf(at), at, at - 5);
    expect(meter.skew()).toBeNull();
  });

  it('has news once, then when the clock moved or ten minutes went by', () => {
    const meter = createSkewMeter();
    meter.observe(dateOf(at), at, at + 10);
    expect(meter.news()).not.toBeNull();
    meter.observe(dateOf(at + 2_000), at + 2_000, at + 2_010);
    expect(meter.news()).toBeNull();
    meter.observe(dateOf(at + 700_000), at + 700_000, at + 700_010);
    expect(meter.news()).toMatchObject({ measuredAt: at + 700_010 });
  });

  it('looks at every reply that comes back through the http port', async () => {
    const meter = createSkewMeter();
    const clock = handClock(at);
    const http = meteredHttp(
      {
        send: async () =>
          happened({ status: 200, headers: { date: dateOf(at - 90_000) }, body: new Uint8Array() }),
      },
      clock,
      meter,
    );
    await http.send({ url: '', method: 'GET', headers: {}, body: '', timeoutMs: 1, maxReplyBytes: 1 });
    expect(meter.skew()?.skewMs).toBe(-89_500);
  });
});
