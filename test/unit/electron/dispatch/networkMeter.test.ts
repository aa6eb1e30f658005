import { beforeEach, expect, it } from 'vitest';
import { createNetworkMeter, type NetworkMeter } from '../../../../electron/dispatch/networkMeter.ts';

const start = 1_700_000_000_000;
let meter: NetworkMeter;
beforeEach(() => {
  meter = createNetworkMeter();
});

const call = (errorCode: string, seconds: number, platform = 'kdniao') =>
  meter.learn({ platform, errorCode, endedAt: start + seconds * 1_000 });

it('knows nothing before the first call', () => {
  expect(meter.knowledge()).toEqual({ state: 'unknown', since: null, toldAt: null, silent: [] });
});

it('takes any answer for a network, also a refusal and an error of the platform', () => {
  for (const code of ['', 'CARRIER_REFUSED', 'CARRIER_CREDENTIALS', 'CARRIER_DOWN']) {
    meter = createNetworkMeter();
    call(code, 1);
    expect(meter.knowledge().state, code).toBe('ok');
  }
});

it('says since when the network is gone, and when that was last told', () => {
  call('', 0);
  call('NETWORK_TIMEOUT', 70);
  call('NETWORK_DNS', 80);
  expect(meter.knowledge()).toMatchObject({
    state: 'down',
    since: start + 70_000,
    toldAt: start + 80_000,
  });
});

it('takes one platform that is away for no broken network while another one answers', () => {
  call('', 0, 'sf');
  call('NETWORK_TIMEOUT', 30);
  expect(meter.knowledge().state).toBe('ok');
  call('NETWORK_TIMEOUT', 90);
  expect(meter.knowledge().state).toBe('down');
});

it('names the platforms that do not answer, the longest first, each with its last answer, until they are heard again', () => {
  call('', 0, 'sf');
  expect(call('NETWORK_TIMEOUT', 10, 'kuaidi100')).toBe(true);
  expect(call('NETWORK_CUT', 20, 'sf')).toBe(true);
  call('NETWORK_CUT', 25, 'sf');
  expect(meter.knowledge().silent).toEqual([
    { platform: 'kuaidi100', heardAt: null, since: start + 10_000 },
    { platform: 'sf', heardAt: start, since: start + 20_000 },
  ]);
  expect(call('CARRIER_REFUSED', 30, 'sf')).toBe(true);
  expect(meter.knowledge().silent.map(({ platform }) => platform)).toEqual(['kuaidi100']);
});

it('learns nothing from what never left this computer', () => {
  for (const code of ['JOURNAL_BROKEN', 'NETWORK_PLAIN_HTTP', 'ACCOUNT_FIELD_MISSING'])
    expect(call(code, 1), code).toBe(false);
  expect(meter.knowledge().state).toBe('unknown');
});

it('has pages look again when it changes, and every few minutes', () => {
  expect([call('', 0), call('', 1), call('', 299), call('', 301), call('NETWORK_CUT', 400)]).toEqual([
    true,
    false,
    false,
    true,
    true,
  ]);
});
