import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callsOffReturn, lineWords } from '../../../../../electron/carriers/kit/lineWords.ts';

/** By what they say: `# state exception`, `-` for neither. */
const groups = readFileSync(new URL('../../../../fixtures/trace-lines.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n\n')
  .map((group) => {
    const [heading = '', ...lines] = group.split('\n');
    return { meaning: heading.slice('# '.length), lines };
  });

describe('what couriers write', () => {
  it.each(groups)('is read as it is meant: $meaning', ({ meaning, lines }) => {
    const told = lines.map((line) => {
      const { state, exception } = lineWords(line);
      return [line, `${state ?? '-'} ${exception}`.trim()];
    });
    expect(told).toEqual(lines.map((line) => [line, meaning]));
  });

  it('is not signed for when it is only asked to be, nor refused when somebody only might', () => {
    for (const line of ['请您准备签收', '待签收', '派件中，如客户拒收请致电网点', '若有破损请联系客服', ''])
      expect(['signed:', ':refused', ':damaged']).not.toContain(
        `${lineWords(line).state}:${lineWords(line).exception}`,
      );
  });

  it('says when a parcel goes on after all', () => {
    for (const line of ['寄件人已取消退回', '快件拦截失败，继续派送']) {
      expect(callsOffReturn(line)).toBe(true);
      expect(lineWords(line).state).not.toBe('returning');
    }
    expect(callsOffReturn('快件拦截成功，退回中')).toBe(false);
  });

  it('is read in little work, however long it is', () => {
    const began = process.cpuUsage();
    for (const sign of ['退回', '未', '如', '【', '已签收', 'return ', '电话'])
      lineWords(sign.repeat(100_000));
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_000);
  });
});
