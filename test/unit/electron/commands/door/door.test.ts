import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freePort } from '../../../../doubles/program/freePort.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

async function run(name: string, ...words: string[]): Promise<unknown> {
  const outcome = await runCommand(workspace, commandNamed(name), words);
  return outcome.ok ? outcome.value.json : outcome.code;
}

/** What `door status` says while `door serve` runs beside it. */
async function whileServing(...words: string[]): Promise<unknown> {
  const stop = new AbortController();
  const served = runCommand(workspace, commandNamed('door serve'), words, [], {
    signal: stop.signal,
  });
  const status = await vi.waitFor(async () => {
    const said = await run('door status');
    expect(said).toMatchObject({ isAnswering: true });
    return said;
  });
  const { port } = status as { port: number };
  expect((await fetch(`http://127.0.0.1:${port}/openapi.json`)).status).toBe(200);
  stop.abort();
  expect(await served).toMatchObject({ ok: true });
  return status;
}

it('a machine without a window serves where the shop has opened the door, and says so', async () => {
  const port = await freePort();
  await run('door open', '--port', String(port));
  expect(await run('door status')).toMatchObject({ isOpen: true, isAnswering: false, port });
  expect(await whileServing()).toMatchObject({ isOpen: true, port });
  expect(await run('door status')).toMatchObject({ isAnswering: false, port });
});

it('another port for one run is where it answers, and leaves the shop’s as it is', async () => {
  const port = await freePort();
  expect(await whileServing('--port', String(port))).toMatchObject({ isOpen: true, port });
  expect(await run('door status')).toMatchObject({ isOpen: false, isAnswering: false, port: null });
});
