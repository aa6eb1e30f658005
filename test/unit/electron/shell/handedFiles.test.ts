import { describe, expect, it } from 'vitest';
import { handedFiles } from '../../../../electron/shell/handedFiles.ts';
import { hourMs } from '../../../../shared/rules/shopTime.ts';
import { handClock } from '../../../doubles/handClock.ts';

describe('files that the operator handed over', () => {
  it('are known to the page by a token and a name, and to the core by their path', () => {
    const files = handedFiles(handClock());
    const [first, second] = files.hand(['/orders/11-25.xlsx', '/orders/11-26.xlsx'], 'orders');
    expect(first).toMatchObject({ name: '11-25.xlsx' });
    expect(first?.fileToken).toMatch(/^[\w-]{32}$/);
    expect(files.pathsOf([second?.fileToken ?? '', first?.fileToken ?? ''], ['orders'])).toEqual([
      '/orders/11-26.xlsx',
      '/orders/11-25.xlsx',
    ]);
  });

  it('serve only what they were handed over for', () => {
    const files = handedFiles(handClock());
    const [folder] = files.hand(['/orders'], 'folder');
    const token = folder?.fileToken ?? '';
    expect(files.pathsOf([token], ['watch', 'backup-folder'])).toEqual([null]);
    expect(files.pathsOf([token], ['orders', 'folder'])).toEqual(['/orders']);
  });

  it.each(['', '/etc/passwd', '../orders', '__proto__', 'constructor'])(
    'nothing is found under %j',
    (token) => {
      const files = handedFiles(handClock());
      files.hand(['/etc/passwd'], 'orders');
      expect(files.pathsOf([token], ['orders'])).toEqual([null]);
    },
  );

  it('are forgotten when the page is left', () => {
    const files = handedFiles(handClock());
    const [file] = files.hand(['/orders/a.csv'], 'dropped');
    files.forget();
    expect(files.pathsOf([file?.fileToken ?? ''], ['dropped'])).toEqual([null]);
  });

  it('are good for a shift after their last use, no longer', async () => {
    const clock = handClock();
    const files = handedFiles(clock);
    const token = files.hand(['/orders/a.csv'], 'orders')[0]?.fileToken ?? '';
    await clock.advance(11 * hourMs);
    expect(files.pathsOf([token], ['orders'])).toEqual(['/orders/a.csv']);
    await clock.advance(11 * hourMs);
    expect(files.pathsOf([token], ['orders'])).toEqual(['/orders/a.csv']);
    await clock.advance(12 * hourMs + 1);
    expect(files.pathsOf([token], ['orders'])).toEqual([null]);
  });

  it('are bounded in number: the one used longest ago goes first', () => {
    const files = handedFiles(handClock());
    const [used, unused] = files
      .hand(['/used.csv', '/unused.csv'], 'orders')
      .map(({ fileToken }) => fileToken);
    files.hand(Array(4_998).fill('/x.csv'), 'orders');
    files.pathsOf([used ?? ''], ['orders']);
    files.hand(['/one-more.csv'], 'orders');
    expect(files.pathsOf([used ?? '', unused ?? ''], ['orders'])).toEqual(['/used.csv', null]);
  });
});
