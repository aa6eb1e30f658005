import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { windowsFolders, windowsPath } from './windowsFolders.ts';
import { runOnWindows, runWindowsProgram } from './windowsProgram.ts';

const shell = join(windowsFolders.driveC, 'windows/system32/cmd.exe');
const program = windowsPath(windowsFolders.program);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(windowsFolders.driveC, 'console-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lines of a batch file; what the program says goes into a file. The Chinese name of its folder comes in by a variable. */
async function inShell(...lines: string[]): Promise<string> {
  const script = join(folder, 'run.cmd');
  const shipdesk = '"%PROGRAM%\\node.exe" "%PROGRAM%\\out\\cli\\cli.cjs"';
  const own = lines.map((line) => line.replace('shipdesk', shipdesk));
  const body = ['@echo off', 'set LC_ALL=', ...own, 'exit /b 0'];
  writeFileSync(script, `${body.join('\r\n')}\r\n`);
  const ended = await runWindowsProgram(shell, ['/d', '/c', script], {
    environment: { PROGRAM: program },
    folder,
  });
  expect(ended.exitCode, ended.stderr + ended.stdout).toBe(0);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    readFileSync(join(folder, 'out.txt')),
  );
}

describe('output', () => {
  it.each([936, 437, 65_001])(
    'is UTF-8 without a mark in a file, whatever code page the console has (%i)',
    async (page) => {
      const said = await inShell(`chcp ${page} >nul`, 'shipdesk help --lang zh-CN >out.txt');
      expect(said).toMatch(/^用法/);
    },
  );

  it('is in the language of the person, without a variable that says so', async () => {
    expect(await inShell('shipdesk help >out.txt')).toMatch(/^Usage/);
  });

  it('ends a shell’s line with the exit code that scripts read', async () => {
    const said = await inShell('shipdesk orders --data C:\\none >nul 2>nul', '>out.txt echo %ERRORLEVEL%');
    expect(said.trim()).toBe('2');
  });
});

describe('time', () => {
  const zones = ['Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata'];

  it.concurrent.each(zones)('%s: a file’s times mean the same moments as on other systems', async (zone) => {
    const place = mkdtempSync(join(windowsFolders.driveC, 'zone-'));
    const file = join(place, 'orders.csv');
    const [header, row] = orderSheet([sheetOrder(1)]).split('\r\n');
    writeFileSync(file, `${header},付款时间\r\n${row},2026-03-08 02:30:00\r\n`);
    const ask = async (run: typeof runShipdesk, data: string) => {
      const options = { environment: { TZ: zone } };
      const imported = await run(['import', file, '--practice', '--data', data], options);
      expect(imported.exitCode, imported.stderr).toBe(0);
      const { stdout } = await run(['orders', 'list', '--json', '--data', data], options);
      return JSON.parse(stdout).orders[0].paidAt as unknown;
    };
    try {
      const there = await ask(runOnWindows, join(place, 'there'));
      expect(there).toBeTruthy();
      expect(there).toEqual(await ask(runShipdesk, join(place, 'here')));
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});
