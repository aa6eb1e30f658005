import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBenchDevices } from '../../../../../electron/usecases/devices/benchDevices.ts';
import {
  setRecorder,
  shownRecorder,
  tellRecorder,
  testRecorder,
} from '../../../../../electron/usecases/devices/recorder.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let folder: string;
let server: Server | null = null;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  folder = mkdtempSync(join(tmpdir(), 'recorder-'));
});
afterEach(async () => {
  server?.close();
  server = null;
  await workspace.close();
  rmSync(folder, { recursive: true });
});

function program(lines: string): string {
  const path = join(folder, 'camera.sh');
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

async function startServer(status: number, bodies: string[]): Promise<string> {
  const started = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(status).end();
    });
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', () => resolve()));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/record?key=s3cret`;
}

describe('the recorder of a bench', () => {
  test('a program is told start and stop with the number, and nothing of the number is a command', async () => {
    const log = join(folder, 'log');
    await setRecorder(workspace, { way: 'command', target: program(`echo "$1|$2" >> '${log}'`) });
    expect((await tellRecorder(workspace, { event: 'start', parcelNo: 'SF1234567890123', at: 0 })).ok).toBe(
      true,
    );
    expect(
      (await tellRecorder(workspace, { event: 'stop', parcelNo: 'A;touch /tmp/x $(id)', at: 0 })).ok,
    ).toBe(true);
    expect(readFileSync(log, 'utf8')).toBe('start|SF1234567890123\nstop|A_touch__tmp_x___id_\n');
  });

  test('a webhook gets what happens, the number and when', async () => {
    const bodies: string[] = [];
    await setRecorder(workspace, { way: 'webhook', target: await startServer(204, bodies) });
    expect((await testRecorder(workspace)).ok).toBe(true);
    expect(bodies.map((body) => JSON.parse(body))).toMatchObject([
      { event: 'start', parcelNo: 'TEST' },
      { event: 'stop', parcelNo: 'TEST' },
    ]);
    expect(shownRecorder(await readBenchDevices(workspace))).toMatch(/^127\.0\.0\.1:\d+$/);
  });

  test('one that fails is reported as such', async () => {
    await setRecorder(workspace, { way: 'webhook', target: await startServer(500, []) });
    expect(await tellRecorder(workspace, { event: 'start', parcelNo: 'X', at: 0 })).toMatchObject({
      code: 'RECORDER_FAILED',
    });
    await setRecorder(workspace, { way: 'command', target: program('exit 3') });
    expect(await tellRecorder(workspace, { event: 'start', parcelNo: 'X', at: 0 })).toMatchObject({
      code: 'RECORDER_FAILED',
      params: { cause: '3' },
    });
  });

  test('without one nothing is reported, and nothing fails', async () => {
    expect((await tellRecorder(workspace, { event: 'start', parcelNo: 'X', at: 0 })).ok).toBe(true);
  });

  test.each([
    ['webhook', 'http://camera.example/record'],
    ['command', 'camera.sh'],
    ['command', '/nowhere/camera.sh'],
  ] as const)('a %s that cannot be is refused: %s', async (way, target) => {
    expect(await setRecorder(workspace, { way, target })).toMatchObject({ code: 'RECORDER_TARGET_INVALID' });
    expect((await readBenchDevices(workspace)).recorder.way).toBe('none');
  });
});
