import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../../renderer/app/help/readPage.ts';
import { passagesOf, searchPassages } from '../../../../../renderer/app/help/searchPages.ts';

const printers = readPage('# 接打印机\n\n先接线。\n\n## 斑马一步步（ZPL）\n\n1. 校准纸张\n2. 选 **ZPL**\n');
const gone = readPage('# 打印机坏了\n\n看有没有纸。\n\n## 卡纸\n\n扫最后一张。\n');
const passages = [...passagesOf('printers', printers), ...passagesOf('printer-gone', gone)];
const found = (typed: string) => searchPassages(passages, typed).map(({ page, at }) => `${page}#${at}`);

describe('searching the manual', () => {
  it('finds words in headings before words in texts', () => {
    expect(found('卡纸')).toEqual(['printer-gone#卡纸']);
    expect(found('zpl')).toEqual(['printers#斑马一步步（ZPL）']);
    expect(found('打印机')[0]).toBe('printers#');
  });

  it('wants every word that was typed', () => {
    expect(found('zpl 校准')).toEqual(['printers#斑马一步步（ZPL）']);
    expect(found('zpl 卡纸')).toEqual([]);
    expect(found('  ')).toEqual([]);
  });

  it('opens an error at its code', () => {
    const page = readPage('# 出错\n');
    const errors = {
      ...page,
      blocks: [{ kind: 'heading' as const, depth: 3 as const, text: '打印机缺纸。', at: 'PRINTER_PAPER' }],
    };
    expect(searchPassages(passagesOf('errors', errors), 'printer_paper')[0]?.at).toBe('PRINTER_PAPER');
  });
});
