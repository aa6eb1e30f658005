import { describe, expect, it } from 'vitest';
import { unusableName } from '../../../../../electron/platform/windows/fileNames.ts';

describe('names that Windows has no file for', () => {
  it.each([
    ['C:\\shop\\CON', 'CON'],
    ['C:\\nul.xlsx', 'nul.xlsx'],
    ['D:/shop/Com1.backup/x', 'Com1.backup'],
    ['lpt9', 'lpt9'],
    ['\\\\server\\share\\aux', 'aux'],
    ['C:\\shop.\\x', 'shop.'],
    ['C:\\shop \\x', 'shop '],
    ['C:\\orders.xlsx:hidden', 'orders.xlsx:hidden'],
    ['C:\\what?', 'what?'],
  ])('%s', (path, name) => {
    expect(unusableName(path)).toBe(name);
  });

  it.each([
    'C:\\',
    'C:\\发货 工作台\\订单.xlsx',
    'c:/ship desk/',
    '..\\.\\ws',
    '\\\\server\\share\\ws',
    '\\\\?\\C:\\ws',
    'C:\\console\\nullable\\com10\\concept.con',
    '',
  ])('%s is fine', (path) => {
    expect(unusableName(path)).toBeNull();
  });
});
