import { describe, expect, it } from 'vitest';
import { isOfficePrinter } from '../../../../../electron/printers/kit/officePrinter.ts';

describe('a printer by its names', () => {
  it.each([
    'HP LaserJet Pro M227',
    '惠普打印机',
    'Canon LBP2900',
    'Brother HL-L2350DW',
    'EPSON L3150 Series',
    'Pantum P2206',
    'Microsoft Print to PDF',
  ])('%s takes pages through its driver', (name) => expect(isOfficePrinter(name)).toBe(true));

  it.each([
    'Gprinter GP-1324D',
    '佳博 GP-3120',
    'TSC TTP-244 Pro',
    'ZDesigner GK888t',
    'Brother QL-820NWB',
    'EPSON TM-T82',
    '面单打印机（惠普旁边）',
    'KM-202M 快麦',
  ])('%s prints labels or receipts', (name) => expect(isOfficePrinter(name)).toBe(false));

  it('says nothing of one that a person named, unless its driver does', () => {
    expect(isOfficePrinter('前台')).toBeNull();
    expect(isOfficePrinter('前台', 'HP LaserJet MFP M227-M231, driverless')).toBe(true);
    expect(isOfficePrinter('office', 'Zebra ZPL Label Printer')).toBe(false);
  });
});
