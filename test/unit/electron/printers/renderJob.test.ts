import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../../electron/labels/encodePng.ts';
import { renderLabel } from '../../../../electron/labels/renderLabel.ts';
import { renderJob } from '../../../../electron/printers/renderJob.ts';
import { shippedFonts } from '../../../doubles/printers/labelFonts.ts';
import { plainLabel } from '../../../doubles/printers/standardLabels.ts';

const fonts = shippedFonts();
const target = { language: 'tspl', dpi: 203, size: '76x130' } as const;

describe('renderJob', () => {
  it('gives the bytes for the printer and the picture of the same dots', () => {
    const job = renderJob(plainLabel, target, fonts);
    const bitmap = renderLabel(plainLabel, target, fonts);
    if (!job.ok || !bitmap.ok) throw new Error('not rendered');
    expect(Buffer.compare(job.value.printed().data, bitmap.value.data)).toBe(0);
    expect(Buffer.compare(job.value.png(), encodePng(bitmap.value))).toBe(0);
    expect(job.value.bytes.length).toBeGreaterThan(76 * 1_040);
  });

  it('gives the same bytes for the same label, so that a job can be checked by its digest', () => {
    const [first, second] = [renderJob(plainLabel, target, fonts), renderJob(plainLabel, target, fonts)];
    if (!first.ok || !second.ok) throw new Error('not rendered');
    expect(Buffer.compare(first.value.bytes, second.value.bytes)).toBe(0);
  });

  it('keeps the bytes and the dots of a label when the next one is drawn', () => {
    for (const language of ['tspl', 'zpl', 'cpcl', 'escpos', 'pdf']) {
      const job = renderJob(plainLabel, { ...target, language }, fonts);
      const bitmap = renderLabel(plainLabel, target, fonts);
      if (!job.ok || !bitmap.ok) throw new Error('not rendered');
      const bytes = Uint8Array.from(job.value.bytes);
      expect(renderJob({ ...plainLabel, waybillNo: 'YT1' }, { ...target, language }, fonts).ok).toBe(true);
      expect(Buffer.compare(job.value.bytes, bytes)).toBe(0);
      expect(Buffer.compare(job.value.printed().data, bitmap.value.data)).toBe(0);
    }
  });

  it('refuses a language nobody speaks and a label that cannot be drawn', () => {
    expect(renderJob(plainLabel, { ...target, language: 'epl' }, fonts)).toMatchObject({
      ok: false,
      code: 'PRINTER_LANGUAGE_UNKNOWN',
    });
    expect(renderJob({ ...plainLabel, waybillNo: '中' }, target, fonts)).toMatchObject({
      ok: false,
      code: 'LABEL_BARCODE_CONTENT',
    });
  });

  it('is never what a printer waits for: 150 different labels in a second of one processor and more', () => {
    const count = 150;
    const before = process.cpuUsage();
    for (let no = 0; no < count; no += 1) {
      const label = { ...plainLabel, waybillNo: `YT${8_962_646_785_389 + no}`, orderNo: `A${no}` };
      expect(renderJob(label, target, fonts).ok).toBe(true);
    }
    const { user, system } = process.cpuUsage(before);
    expect((count / (user + system)) * 1_000_000).toBeGreaterThan(150);
  });
});
