import { expect, it, vi } from 'vitest';
import { logBug } from '../../../../electron/platform/bugLog.ts';

it('a bug is logged by the places it came through, and by none of its words', () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    logBug(new TypeError('张三 of 13800001111\nlives elsewhere'));
    logBug('张三');
    const said = written.mock.calls.join('\n');
    expect(said).toContain('TypeError\n');
    expect(said).toMatch(/at .*bugLog\.test\.ts:\d+/);
    expect(said).not.toMatch(/张三|13800001111|elsewhere/);
  } finally {
    written.mockRestore();
  }
});
