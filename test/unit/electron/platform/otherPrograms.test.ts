import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  childEnvironment,
  systemProgram,
  windowsLibrary,
} from '../../../../electron/platform/otherPrograms.ts';

describe('what a program that we start learns of us', () => {
  it('is where it lives and how to speak, and no passphrase, key or address of ours', () => {
    const ours = {
      PATH: '/usr/bin',
      Path: 'C:\\Windows',
      HOME: '/home/packer',
      LC_CTYPE: 'zh_CN.UTF-8',
      CUPS_SERVER: 'localhost',
      SHIPDESK_PASSPHRASE: 'canary',
      SHIPDESK_PASSPHRASE_FILE: '/home/packer/.word',
      SHIPDESK_DATA: '/data',
      AWS_SECRET_ACCESS_KEY: 'canary',
      LD_PRELOAD: '/tmp/evil.so',
    };
    expect(childEnvironment(ours, { LC_ALL: 'C' })).toEqual({
      PATH: '/usr/bin',
      Path: 'C:\\Windows',
      HOME: '/home/packer',
      LC_CTYPE: 'zh_CN.UTF-8',
      CUPS_SERVER: 'localhost',
      LC_ALL: 'C',
    });
  });
});

describe('a program of the system', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'programs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is started by its full path, or not at all', () => {
    expect(systemProgram('lp', [folder])).toBeNull();
    writeFileSync(join(folder, 'lp'), '');
    expect(systemProgram('lp', ['/nowhere', folder])).toBe(join(folder, 'lp'));
  });

  it('and its library are those of Windows itself, never a file beside the program', () => {
    expect(windowsLibrary('winspool.drv', { SystemRoot: 'D:\\WINNT' })).toBe(
      'D:\\WINNT\\System32\\winspool.drv',
    );
    expect(windowsLibrary('winspool.drv', { SystemRoot: '.' })).toBe('C:\\Windows\\System32\\winspool.drv');
    expect(windowsLibrary('winspool.drv', {})).toBe('C:\\Windows\\System32\\winspool.drv');
  });
});
