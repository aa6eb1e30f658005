import { describe, expect, it } from 'vitest';
import { cleanCode, gluedReadings, unitReadings } from '../../../../electron/bench/readCode.ts';
import { codeOfCommand, commandCodes, readCommand } from '../../../../shared/domain/packing/packCommands.ts';

describe('a code as a gun sends it', () => {
  it.each([
    ['SF1234\r', 'SF1234'],
    ['\u0002SF1234\u0003', 'SF1234'],
    ['ＳＦ１２３４', 'SF1234'],
    ['\ufeffSF\u200b1234\u007f', 'SF1234'],
    ['0106901234567892\u001d21A', '0106901234567892\u001d21A'],
    ['  A-1 ', 'A-1'],
  ])('%j is %s', (raw, code) => expect(cleanCode(raw)).toBe(code));

  it('of a single piece is read as its goods and itself', () => {
    expect(unitReadings('COF-500-17')).toEqual([
      { goodsKey: 'COF-500', unit: 'COF-500-17' },
      { goodsKey: 'COF', unit: 'COF-500-17' },
    ]);
    expect(unitReadings('(01)06901234567892(21)AB12')).toEqual([
      { goodsKey: '6901234567892', unit: '010690123456789221AB12' },
    ]);
    expect(unitReadings(']C1010690123456789221AB12\u001d10LOT')).toEqual([
      { goodsKey: '6901234567892', unit: '010690123456789221AB12' },
    ]);
    expect(unitReadings('COF')).toEqual([]);
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
