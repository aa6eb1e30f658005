import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpclStatus } from '../../../../../electron/printers/languages/cpcl/cpclLanguage.ts';
import { escposStatus } from '../../../../../electron/printers/languages/escpos/escposLanguage.ts';
import { tsplStatus } from '../../../../../electron/printers/languages/tspl/tsplLanguage.ts';
import { zplStatus } from '../../../../../electron/printers/languages/zpl/zplLanguage.ts';

const hostStatus = ({
  paperOut = 0,
  pause = 0,
  formats = '000',
  headUp = 0,
  ribbonOut = 0,
  remaining = '00000000',
}) =>
  Buffer.from(
    `\x02030,${paperOut},${pause},1245,${formats},0,0,0,000,0,0,0\x03\r\n` +
      `\x02000,0,${headUp},${ribbonOut},0,2,4,0,${remaining},1,000\x03\r\n\x021234,0\x03\r\n`,
    'latin1',
  );

describe('the answer of a ZPL printer to ~HS', () => {
  it.each([
    [hostStatus({}), 'ready'],
    [hostStatus({ paperOut: 1, headUp: 1 }), 'paper-out'],
    [hostStatus({ headUp: 1 }), 'head-open'],
    [hostStatus({ ribbonOut: 1 }), 'error'],
    [hostStatus({ pause: 1 }), 'error'],
    [hostStatus({ pause: 1, formats: '002' }), 'error'],
    [hostStatus({ formats: '002' }), 'busy'],
    [hostStatus({ remaining: '00000003' }), 'busy'],
  ])('%s is read as %s', (reply, state) => {
    expect(zplStatus.read(reply)).toBe(state);
  });

  it('is waited for until its third string is whole', () => {
    const reply = hostStatus({});
    for (let length = 0; length < reply.length - 3; length += 1) {
      expect(zplStatus.read(reply.subarray(0, length))).toBeNull();
    }
  });
});

describe('the answer of an ESC/POS printer to DLE EOT 2', () => {
  it.each([
    [0x12, 'ready'],
    [0x32, 'paper-out'],
    [0x16, 'head-open'],
    [0x52, 'error'],
    [0x00, 'unknown'],
    [0xff, 'unknown'],
  ])('%i is read as %s', (byte, state) => {
    expect(escposStatus.read(Uint8Array.of(byte))).toBe(state);
  });
});

describe('the answer of a CPCL printer to ESC h', () => {
  it.each([
    [0x00, 'ready'],
    [0x01, 'busy'],
    [0x02, 'paper-out'],
    [0x04, 'head-open'],
    [0x41, 'unknown'],
  ])('%i is read as %s', (byte, state) => {
    expect(cpclStatus.read(Uint8Array.of(byte))).toBe(state);
  });
});

it('garbage is never taken for a printer that is ready', () => {
  const questions = [tsplStatus, zplStatus, cpclStatus, escposStatus];
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 2, maxLength: 60 }), (garbage) => {
      // A last byte 0x12 is exactly what a ready ESC/POS printer says after a word nobody asked for.
      fc.pre(garbage.at(-1) !== 0x12);
      for (const question of questions) expect(question.read(garbage)).not.toBe('ready');
    }),
    { seed: 11 },
  );
});
