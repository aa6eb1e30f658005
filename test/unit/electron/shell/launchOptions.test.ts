import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launchOptions } from '../../../../electron/shell/launchOptions.ts';

describe('launchOptions', () => {
  it('takes the workspace from the argument before the environment', () => {
    expect(launchOptions(['--data', '/a'], { SHIPDESK_DATA: '/b' }).dataFolder).toBe(resolve('/a'));
    expect(launchOptions(['--no-sandbox', '--data=/c'], {}).dataFolder).toBe(resolve('/c'));
    expect(launchOptions([], { SHIPDESK_DATA: 'rel' }).dataFolder).toBe(resolve('rel'));
  });

  it('leaves the per-user default to the core when nothing is said', () => {
    expect(launchOptions(['--data'], {}).dataFolder).toBeNull();
    expect(launchOptions([], { SHIPDESK_DATA: '' }).dataFolder).toBeNull();
  });
});
