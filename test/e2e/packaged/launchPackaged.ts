import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

export interface PackagedWindow {
  readonly url: string;
  /** Value of an expression in the page, promises awaited. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

const target = z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string() });
/** Those that can be spoken to: one that is just being exchanged comes without its socket. */
const targets = z.array(target.nullable().catch(null));
const evaluation = z.object({
  id: z.literal(1),
  result: z.object({ result: z.object({ value: z.unknown() }), exceptionDetails: z.unknown().optional() }),
});
const isLoaded = "typeof shipdesk === 'object' && document.readyState === 'complete'";

const startTimeoutMs = 20_000;
const pollMs = 50;

/** Asks again and again until there is an answer, because another process writes it at its own time. */
async function until<T>(read: () => Promise<T | undefined>): Promise<T> {
  for (let waitedMs = 0; waitedMs < startTimeoutMs; waitedMs += pollMs) {
    const found = await read();
    if (found !== undefined) return found;
    await wait(pollMs);
  }
  throw new Error('the packaged program did not come up');
}

async function findPage(portFile: string): Promise<z.infer<typeof target>> {
  const port = await until(async () =>
    existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] || undefined : undefined,
  );
  return until(async () => {
    const reply = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
    if (reply === null) return undefined;
    const known = targets.parse(await reply.json()).filter((one) => one !== null);
    return known.find(({ type, url }) => type === 'page' && url.startsWith('app:'));
  });
}

async function evaluateIn(socketUrl: string, expression: string): Promise<unknown> {
  const socket = new WebSocket(socketUrl);
  await once(socket, 'open');
  const reply = once(socket, 'message') as Promise<[MessageEvent]>;
  const params = { expression, awaitPromise: true, returnByValue: true };
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
  const [{ data }] = await reply;
  socket.close();
  const answer = evaluation.safeParse(JSON.parse(String(data)));
  if (!answer.success) throw new Error(`the page answered ${String(data)}`);
  const { result } = answer.data;
  if (result.exceptionDetails !== undefined) throw new Error(JSON.stringify(result.exceptionDetails));
  return result.result.value;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** Starts a program packaged to be driven: not like a checkout, since its inspect fuse is off as in the released one. */
export async function launchPackaged(program: string): Promise<PackagedWindow> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'shipdesk-packaged-'));
  const args = ['--no-sandbox', `--data=${dataFolder}`, '--remote-debugging-port=0'];
  const child = spawn(program, args, { stdio: 'ignore' });
  const page = await findPage(join(dataFolder, 'window/DevToolsActivePort'));
  // Until then the document may still be exchanged, and with it goes whatever was asked of it.
  await until(async () => {
    const answer = await evaluateIn(page.webSocketDebuggerUrl, isLoaded).catch(() => false);
    return answer === true ? answer : undefined;
  });
  return {
    url: page.url,
    evaluate: (expression) => evaluateIn(page.webSocketDebuggerUrl, expression),
    async close() {
      await end(child);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
