import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapPagePath } from '../../../../electron/shell/mapPagePath.ts';

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
