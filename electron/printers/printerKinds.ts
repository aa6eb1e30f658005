import type { PrinterKinds } from '../../shared/domain/printing/printerAddress.ts';
import { printerLanguages } from './languages/index.ts';
import { printerWays } from './transports/index.ts';

/** Languages and ways, for the page that sets a printer up. */
export function readPrinterKinds(): PrinterKinds {
  return {
    languages: printerLanguages.map(
      ({ encode: _encode, sheets: _sheets, status: _status, ...facts }) => facts,
    ),
    ways: printerWays.map(({ read: _read, open: _open, options: _options, ...facts }) => facts),
  };
}
