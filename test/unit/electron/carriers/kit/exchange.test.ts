import { describe, expect, it } from 'vitest';
import { type CallKind, settleExchange } from '../../../../../electron/carriers/kit/exchange.ts';
import { didNotHappen, happened, unknownOutcome } from '../../../../../shared/errors/outcome.ts';

function settle(
  kind: CallKind,
  status: number,
  body = '<html></html>',
  headers: Record<string, string> = {},
) {
  return settleExchange(kind, happened({ status, headers, body: new TextEncoder().encode(body) }));
}

describe('how sure a call is of its outcome', () => {
  it('passes on what the connection knows for a call that changes something', () => {
    const lost = unknownOutcome('NETWORK_TIMEOUT', { host: 'h' });
    const refused = didNotHappen('NETWORK_REFUSED', { host: 'h' });
    expect(settleExchange('changes', lost)).toEqual(lost);
    expect(settleExchange('changes', refused)).toEqual(refused);
  });

  it('may always repeat a query', () => {
    const lost = settleExchange('asks', unknownOutcome('NETWORK_TIMEOUT', { host: 'h' }));
    expect(lost).toMatchObject({ code: 'NETWORK_TIMEOUT', certainty: 'did-not-happen' });
    for (const status of [200, 204, 302, 408, 409, 500, 503]) {
      expect(settle('asks', status)).toMatchObject({ ok: false, certainty: 'did-not-happen' });
    }
  });

  it.each([
    [401, 'CARRIER_CREDENTIALS'],
    [403, 'CARRIER_HTTP_REFUSED'],
    [429, 'CARRIER_BUSY'],
    [400, 'CARRIER_HTTP_REFUSED'],
    [404, 'CARRIER_HTTP_REFUSED'],
    [405, 'CARRIER_HTTP_REFUSED'],
    [413, 'CARRIER_HTTP_REFUSED'],
  ])('takes status %i on a booking as certainly not done', (status, code) => {
    expect(settle('changes', status)).toMatchObject({ code, certainty: 'did-not-happen' });
  });

  it('does not take the page of a guard that blocks too many calls for the platform’s word about the key', () => {
    const page = '\r\n<html><body>您的请求过于频繁，已被拦截</body></html>';
    expect(settle('changes', 403, page)).toMatchObject({
      code: 'CARRIER_HTTP_REFUSED',
      params: { status: 403 },
      certainty: 'did-not-happen',
    });
    for (const body of ['', '{"message":"签名错误"}'])
      expect(settle('changes', 403, body)).toMatchObject({ code: 'CARRIER_CREDENTIALS' });
  });

  it.each([
    [500, 'CARRIER_DOWN'],
    [502, 'CARRIER_DOWN'],
    [503, 'CARRIER_DOWN'],
    [504, 'CARRIER_DOWN'],
    [520, 'CARRIER_DOWN'],
    [200, 'CARRIER_BAD_REPLY'],
    [204, 'CARRIER_BAD_REPLY'],
    [206, 'CARRIER_BAD_REPLY'],
    [302, 'CARRIER_BAD_REPLY'],
    [408, 'CARRIER_BAD_REPLY'],
    [409, 'CARRIER_BAD_REPLY'],
    [418, 'CARRIER_BAD_REPLY'],
  ])('leaves open what status %i without a readable reply did', (status, code) => {
    expect(settle('changes', status)).toMatchObject({ code, certainty: 'unknown' });
  });

  it.each([
    [undefined, 5],
    ['7', 7],
    ['0', 0],
    ['999999999', 300],
    ['-1', 5],
    ['Wed, 21 Oct 2099 07:28:00 GMT', 5],
  ])('waits for Retry-After %s, but never longer than five minutes', (header, waitSeconds) => {
    const reply = settle('changes', 429, '', header === undefined ? {} : { 'retry-after': header });
    expect(reply).toMatchObject({ params: { waitSeconds } });
  });
});
