import { expect, it } from 'vitest';
import { readPrinterKinds } from '../../../../electron/printers/printerKinds.ts';
import printerKinds from '../../../doubles/page/printerKinds.json' with { type: 'json' };

it('is what the window is tried with, where no transport can be loaded', () => {
  expect(JSON.parse(JSON.stringify(readPrinterKinds()))).toEqual(printerKinds);
});
