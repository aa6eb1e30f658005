import { describe, expect, it } from 'vitest';
import { readJsonReply } from '../../../../../electron/carriers/kit/readReply.ts';
import { processorWatch } from '../../../../doubles/processorWatch.ts';

function read(body: string | Uint8Array, headers: Record<string, string> = {}) {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return readJsonReply({ status: 200, headers, body: bytes });
}

describe('reading a reply', () => {
  it('reads JSON whatever the content type says, with or without a byte order mark', () => {
    expect(read('{"a":"中"}', { 'content-type': 'text/html' })).toEqual({ ok: true, value: { a: '中' } });
    expect(read('\uFEFF{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
  });

  it.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['<html>portal</html>', 'html'],
    ['{"a":1', 'not-json'],
    ['{"a":NaN}', 'not-json'],
    ['ok', 'not-json'],
    [`{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'too-deep'],
    ['{"Order":{"LogisticCode":"1","LogisticCode":"2"}}', 'duplicate-key'],
    ['{"a":1,"\\u0061":2}', 'duplicate-key'],
  ])('refuses %j as unreadable: %s', (text, reason) => {
    expect(read(text)).toEqual({ ok: false, code: 'CARRIER_BAD_REPLY', params: { reason } });
  });

  it('refuses bytes that are no UTF-8 instead of showing question marks', () => {
    const gbk = Uint8Array.from([0x22, 0xd6, 0xd0, 0x22]);
    expect(read(gbk)).toMatchObject({ ok: false, params: { reason: 'encoding' } });
  });

  it('never unpacks a compressed reply', () => {
    expect(read('{}', { 'content-encoding': 'gzip' })).toMatchObject({ params: { reason: 'compressed' } });
  });

  it('takes equal keys in different objects, and marks inside texts, for what they are', () => {
    expect(read('[{"a":1},{"a":2},{"b":{"a":3},"a":4}]').ok).toBe(true);
    expect(read('{"a":"\\"a\\":1,{[","b":"\\\\","c":"}"}').ok).toBe(true);
  });

  it('reads three megabytes of label in well under a second', () => {
    const spentMs = processorWatch();
    const value = { html: '<div class="x">\\"</div>'.repeat(120_000) };
    expect(read(JSON.stringify(value))).toEqual({ ok: true, value });
    expect(spentMs()).toBeLessThan(1_000);
  });
});
