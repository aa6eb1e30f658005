import { describe, expect, it } from 'vitest';
import { causeWords, describeError } from '../../../../shared/text/describeError.ts';

const printer = { host: '192.0.2.20', port: 9100 };

describe('what a person reads for a code', () => {
  it('says a fault of the system in words', () => {
    const at = { ...printer, cause: 'ECONNREFUSED' };
    expect(describeError('PRINTER_UNREACHABLE', at).says).toContain('192.0.2.20:9100（对方拒绝连接）');
    expect(describeError('PRINTER_UNREACHABLE', at, 'en').says).toContain('(connection refused)');
  });

  it('keeps the name of a fault that nobody put into words', () => {
    expect(describeError('PRINTER_UNREACHABLE', { ...printer, cause: 'EOTHER' }).says).toContain(
      '（EOTHER）',
    );
    expect(describeError('PRINTER_UNREACHABLE', { ...printer, cause: 'toString' }).says).toContain(
      '（toString）',
    );
  });

  it('leaves a gap for what it was not told', () => {
    expect(describeError('PRINTER_UNREACHABLE').says).toContain('…:…（…）');
  });

  it('has every fault in both languages', () => {
    for (const words of Object.values(causeWords)) {
      expect(words['zh-CN']).toMatch(/^\p{Script=Han}+$/u);
      expect(words.en).toMatch(/^[A-Za-z -]+$/);
    }
  });
});
