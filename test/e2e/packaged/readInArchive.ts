import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReaderTask } from '../../../electron/usecases/intake/reading/messages.ts';
import { linkRuntime } from '../../runtime/linkRuntime.ts';
import { runtimeFolders } from '../../runtime/runtimeFolders.ts';

const answer = z.object({ said: z.array(z.string()), rows: z.number(), error: z.string().nullable() });

/** A window-less app whose utility process starts a thread from a file and follows it to its end, as the core does. */
const main = `const { app, utilityProcess } = require('electron');
app.whenReady().then(() => {
  const child = utilityProcess.fork(__dirname + '/child.cjs');
  child.once('message', (answer) => { process.stdout.write('answer ' + answer + '\\n', () => app.exit(0)); });
  child.postMessage(process.env.READER_REQUEST);
});`;
const child = `const { Worker } = require('node:worker_threads');
process.parentPort.once('message', ({ data }) => {
  const { file, task } = JSON.parse(data);
  const said = []; let rows = 0; let error = null;
  const worker = new Worker(file, { workerData: task });
  worker.on('message', (message) => {
    if (message.kind !== 'alive') said.push(message.kind);
    if (message.kind !== 'rows') return;
    const { drafts, others } = JSON.parse(Buffer.from(message.rows.buffer).toString('utf16le'));
    rows += drafts.count + others.length;
    worker.postMessage(1);
  });
  worker.once('error', (thrown) => { error = String(thrown); });
  worker.once('exit', () => process.parentPort.postMessage(JSON.stringify({ said, rows, error })));
});`;

const timeoutMs = 30_000;

/** What the reading thread inside an archive says about a file, when real Electron starts it from there. */
export function readInArchive(archive: string, task: ReaderTask): z.infer<typeof answer> {
  const folder = mkdtempSync(join(runtimeFolders.cache, 'reader-probe-'));
  linkRuntime(folder);
  const app = join(folder, 'resources/app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'reader-probe', main: 'main.cjs' }));
  writeFileSync(join(app, 'main.cjs'), main);
  writeFileSync(join(app, 'child.cjs'), child);
  const request = JSON.stringify({ file: join(archive, 'out/main/orderReader.cjs'), task });
  const run = spawnSync(join(folder, 'electron'), ['--no-sandbox'], {
    env: { ...process.env, READER_REQUEST: request },
    encoding: 'utf8',
    timeout: timeoutMs,
  });
  rmSync(folder, { recursive: true, force: true });
  const line = run.stdout.split('\n').find((text) => text.startsWith('answer '));
  if (line === undefined) throw new Error(`the reader did not answer: ${run.stdout}\n${run.stderr}`);
  return answer.parse(JSON.parse(line.slice('answer '.length)));
}
