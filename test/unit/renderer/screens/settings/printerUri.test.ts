import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePrinterUri } from '../../../../../electron/printers/parsePrinterUri.ts';
import {
  labelSizes,
  printerLanguages,
  printerUri,
  resolutionsDpi,
} from '../../../../../renderer/screens/settings/printerUri.ts';

describe('a printer’s address', () => {
  const draft = {
    kind: 'tcp',
    host: '192.168.1.50',
    port: '9100',
    language: 'tspl',
    dpi: '203',
    size: '76x130',
  } as const;

  test('what the form makes of hosts, sizes and resolutions is what the core reads', () => {
    for (const kind of ['tcp', 'virtual'] as const)
      for (const size of labelSizes) {
        const read = parsePrinterUri(printerUri({ ...draft, kind, size }) ?? '', {
          virtualFolder: '/labels',
        });
        expect(read).toMatchObject({ ok: true, value: { transport: kind, size, dpi: 203 } });
      }
    expect(resolutionsDpi).toEqual(['203', '300']);
  });

  test('every language offered is one the core knows', () => {
    for (const language of printerLanguages) {
      const read = parsePrinterUri(printerUri({ ...draft, language }) ?? '', { virtualFolder: '/labels' });
      expect(read).toMatchObject({ ok: true, value: { language, host: '192.168.1.50', port: 9100 } });
    }
  });

  test('nothing typed as host or port gets past the address it stands in', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 6 }), (host, port) => {
        const uri = printerUri({ ...draft, host, port });
        if (uri !== null) expect(uri).toMatch(/^tcp:\/\/[A-Za-z0-9.-]+:\d+\?lang=tspl&dpi=203&size=76x130$/);
      }),
    );
    expect(printerUri({ ...draft, host: '' })).toBeNull();
    expect(printerUri({ ...draft, port: '70000' })).toBeNull();
  });
});
