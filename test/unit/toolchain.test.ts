import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('the tools a clone brings along', () => {
  it('runs every script on Node 24, whatever Node the machine has', () => {
    expect(process.versions.node.split('.')[0]).toBe('24');
    const onPath = execFileSync('node', ['--version'], { encoding: 'utf8', cwd: import.meta.dirname });
    expect(onPath).toMatch(/^v24\./);
  });
});
