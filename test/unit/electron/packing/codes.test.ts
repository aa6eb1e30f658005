import { describe, expect, it } from 'vitest';
import {
  cleanCode,
  gluedReadings,
  goodsReadings,
  numberReadings,
  scannedCode,
} from '../../../../electron/packing/readCode.ts';
import { codeOfCommand, commandCodes, readCommand } from '../../../../shared/domain/packing/packCommands.ts';

describe('a code as a gun sends it', () => {
  it.each([
    ['SF1234\r', 'SF1234'],
    ['\u0002SF1234\u0003', 'SF1234'],
    ['ＳＦ１２３４', 'SF1234'],
    ['\ufeffSF\u200b1234\u007f', 'SF1234'],
    ['0106901234567892\u001d21A', '0106901234567892\u001d21A'],
    ['  A-1 ', 'A-1'],
    [']E06901234567892', '6901234567892'],
    [']C1', ']C1'],
  ])('%j is %s', (raw, code) => expect(cleanCode(raw)).toBe(code));

  it('is the number where a gun meets the QR code of an SF label instead of its barcode', () => {
    expect(scannedCode("]Q1MMM={'k1':'755W','k5':'SF7444404156506','k6':''}\r")).toBe('SF7444404156506');
    // As an input method makes it.
    expect(scannedCode('ＭＭＭ＝｛＇k5＇：＇SF7444404156506＇｝')).toBe('SF7444404156506');
    expect(scannedCode("MMM={'k1':'755W'}")).toBe("MMM={'k1':'755W'}");
    // Codes of goods are taught as they are.
    expect(cleanCode("MMM={'k5':'SF7444404156506'}")).toBe("MMM={'k5':'SF7444404156506'}");
  });

  it('of a single piece is read as its goods and itself', () => {
    expect(goodsReadings('COF-500-17')).toEqual([
      { goodsKey: 'COF-500-17', unit: '' },
      { goodsKey: 'COF-500', unit: 'COF-500-17' },
      { goodsKey: 'COF', unit: 'COF-500-17' },
    ]);
    expect(goodsReadings('COF')).toEqual([{ goodsKey: 'COF', unit: '' }]);
  });

  it.each([
    ['(01)06901234567892(21)AB12', '010690123456789221AB12'],
    ['010690123456789221AB12\u001d10LOT', '010690123456789221AB12'],
    ['(01)06901234567892(11)231201(17)261130(10)LOT7(21)AB12', '010690123456789221AB12'],
    ['01069012345678921126010117261130\u001d10LOT7\u001d21AB12', '010690123456789221AB12'],
    ['0106901234567892310300125021AB12', '010690123456789221AB12'],
    // A lot stands behind the date, and no serial: any piece of these goods.
    ['0106901234567892172611301026A', ''],
    ['0106901234567892', ''],
  ])('GS1 names the article among its elements: %j', (code, unit) => {
    expect(goodsReadings(code)).toContainEqual({ goodsKey: '6901234567892', unit });
  });

  it('UPC-A is the EAN-13 behind a zero, and EAN-8 may come filled up with zeros', () => {
    const keysOf = (code: string) => goodsReadings(code).map(({ goodsKey }) => goodsKey);
    expect(keysOf('036000291452')).toEqual(['036000291452', '00036000291452', '0036000291452']);
    expect(keysOf('0036000291452')).toContain('036000291452');
    expect(keysOf('0000096385074')).toContain('96385074');
    // Twelve to a box are not the piece, and a number without its check digit is no article.
    expect(keysOf('16901028075838')).toEqual(['16901028075838']);
    expect(keysOf('036000291453')).toEqual(['036000291453']);
  });

  it('that is a number is found in small letters, and typed as a label groups it', () => {
    expect(numberReadings('sf1234')).toEqual(['sf1234', 'SF1234']);
    expect(numberReadings('SF 1234 567')).toEqual(['SF 1234 567', 'SF1234567']);
  });

  it('that may be two is cut at every place', () => {
    expect(gluedReadings('ABCDEFG')).toEqual([
      ['ABC', 'DEFG'],
      ['ABCD', 'EFG'],
    ]);
  });
});

describe('command barcodes', () => {
  it('are read as they are written, and no two are alike', () => {
    for (const command of commandCodes) expect(readCommand(codeOfCommand(command))).toEqual(command);
    expect(new Set(commandCodes.map(codeOfCommand)).size).toBe(commandCodes.length);
  });
  it('without a reason take the usual one', () => {
    expect(readCommand('shipdesk-reprint')).toEqual({ command: 'reprint', reason: 'damaged' });
  });
  it('are never taken for goods when half of one is missing', () => {
    expect(readCommand('SHIPDESK-REPR')).toBe('unknown');
    expect(readCommand('SHIP-1')).toBeNull();
  });
});
