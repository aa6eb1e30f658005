import { describe, expect, it } from 'vitest';
import { pageHeaders } from '../../../../electron/shell/pageHeaders.ts';

const policy = (pageHeaders('index.html', 'n0nce')['Content-Security-Policy'] ?? '').split('; ');

describe('pageHeaders', () => {
  it('forbids everything that is not named', () => {
    expect(policy).toContain("default-src 'none'");
    for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
      expect(policy).toContain(`${name} 'none'`);
    }
  });

  it('runs scripts of our own files only', () => {
    expect(policy).toContain("script-src 'self'");
    expect(policy.join(' ')).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
  });

  it('lets the styles of this one load in, and no others that are inline', () => {
    expect(policy).toContain("style-src 'self' 'nonce-n0nce'");
  });

  it('names the type of each kind of file, and none the browser would guess', () => {
    expect(pageHeaders('a/b.js', '')['Content-Type']).toBe('text/javascript; charset=utf-8');
    expect(pageHeaders('x.unknown', '')['Content-Type']).toBe('application/octet-stream');
    expect(pageHeaders('x.unknown', '')['X-Content-Type-Options']).toBe('nosniff');
  });
});
