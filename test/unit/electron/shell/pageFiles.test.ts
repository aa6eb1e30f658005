import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapPagePath, pageHeaders } from '../../../../electron/shell/pageFiles.ts';

const known = new Set(['index.html', 'assets/index-abc.js', 'assets/style.css']);

describe('mapPagePath', () => {
  it('finds the files of the list', () => {
    expect(mapPagePath('app://shipdesk/', known)).toBe('index.html');
    expect(mapPagePath('app://shipdesk/index.html?x=1#y', known)).toBe('index.html');
    expect(mapPagePath('app://shipdesk/assets/./index-abc.js', known)).toBe('assets/index-abc.js');
    expect(mapPagePath('app://shipdesk/assets/%69ndex-abc.js', known)).toBe('assets/index-abc.js');
  });

  it.each([
    'app://shipdesk/../package.json',
    'app://shipdesk/%2e%2e/%2e%2e/etc/passwd',
    'app://shipdesk/..%2f..%2fetc/passwd',
    'app://shipdesk/..%5c..%5cwindows',
    'app://shipdesk/assets/%252e%252e/index.html',
    'app://shipdesk/index.html%00.js',
    'app://shipdesk/C:/windows/system.ini',
    'app://shipdesk/%ff',
    'app://shipdesk/assets/',
    'app://shipdesk/unknown.html',
    'app://shipdesk.evil/index.html',
    'app://user@shipdesk/index.html',
    'app://shipdesk:99/index.html',
    'file:///index.html',
    'https://shipdesk/index.html',
    'not an address',
  ])('serves nothing for %s', (address) => {
    expect(mapPagePath(address, known)).toBeNull();
  });

  it('never leaves the list, whatever 5,000 hostile paths try', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '/',
      '//',
      '%2f',
      '\\',
      '%5c',
      '%00',
      '\0',
      'C:',
      'assets',
      'index.html',
      '%25',
      '%252e',
      '....',
      ' ',
      '%20',
      '\u202e',
      '%c0%ae',
      '~',
      'package.json',
      '?',
      '#',
      ';',
      '@',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 12 }), (pieces) => {
        const name = mapPagePath(`app://shipdesk/${pieces.join('')}`, known);
        if (name === null) return;
        expect(known.has(name)).toBe(true);
        expect(posix.normalize(name)).toBe(name);
      }),
      { numRuns: 5_000, seed: 20_251_125 },
    );
  });
});

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

  it('keeps nothing that was shown: no file may be stored on the way', () => {
    for (const file of ['index.html', 'assets/main.js', 'x.unknown'])
      expect(pageHeaders(file, 'n0nce')['Cache-Control']).toBe('no-store');
  });
});
