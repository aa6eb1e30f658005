import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { powershellHelper } from './powershellHelper.ts';
import type { WinspoolBinding } from './winspoolBinding.ts';

/** What a helper process looks like from here; tests give a program of their own. */
export interface HelperProgram {
  readonly command: string;
  readonly args: readonly string[];
}

/** A first call compiles its few lines: about a second. */
const answerWaitMs = 30_000;

const answerSchema = z.object({
  id: z.number().int(),
  ok: z.boolean(),
  value: z.unknown().optional(),
});

const jobsSchema = z.array(z.object({ id: z.number(), name: z.string(), status: z.number() }));
const stateSchema = z.object({ status: z.number(), attributes: z.number() });

const powershell: HelperProgram = {
  command: 'powershell.exe',
  args: [
    '-NoLogo',
    '-NoProfile',
    '-NonInteractive',
    '-EncodedCommand',
    Buffer.from(powershellHelper, 'utf16le').toString('base64'),
  ],
};

type Ask = (op: string, args?: Readonly<Record<string, string | number>>) => Promise<unknown>;

/** One question is one line of JSON, so is its answer; a helper that ends or keeps silent answers null to all. */
function startHelper({ command, args }: HelperProgram): Ask {
  const child = spawn(command, [...args], { stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true });
  const waiting = new Map<number, (value: unknown) => void>();
  let lastId = 0;
  let isOver = false;
  const end = () => {
    isOver = true;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  };
  child.on('error', end);
  child.on('exit', end);
  child.stdin.on('error', end);
  createInterface({ input: child.stdout }).on('line', (line) => {
    const parsed = answerSchema.safeParse(parse(line));
    if (!parsed.success) return;
    waiting.get(parsed.data.id)?.(parsed.data.ok ? (parsed.data.value ?? true) : null);
    waiting.delete(parsed.data.id);
  });
  child.unref();
  return (op, given = {}) =>
    new Promise((resolve) => {
      if (isOver) {
        resolve(null);
        return;
      }
      lastId += 1;
      const id = lastId;
      const timer = setTimeout(() => {
        child.kill();
        end();
      }, answerWaitMs);
      waiting.set(id, (value) => {
        clearTimeout(timer);
        resolve(value);
      });
      child.stdin.write(`${JSON.stringify({ id, op, ...given })}\n`);
    });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The same calls by a PowerShell that stays open: for a Windows on which the library does not load. */
export function createPowershellWinspool(program: HelperProgram = powershell): WinspoolBinding {
  const ask = startHelper(program);
  const number = async (answer: Promise<unknown>, otherwise: number) => {
    const value = await answer;
    return typeof value === 'number' ? value : otherwise;
  };
  const isDone = async (answer: Promise<unknown>) => (await answer) === true;
  const on = (printer: unknown) => ({ printer: Number(printer) });
  return {
    async openPrinter(name) {
      const handle = await number(ask('open', { name }), 0);
      return handle > 0 ? handle : null;
    },
    startDocument: (printer, jobName) => number(ask('document', { ...on(printer), name: jobName }), 0),
    startPage: (printer) => isDone(ask('page', on(printer))),
    async write(printer, bytes) {
      const taken = await ask('write', { ...on(printer), bytes: Buffer.from(bytes).toString('base64') });
      return typeof taken === 'number' ? taken : null;
    },
    endPage: (printer) => isDone(ask('endPage', on(printer))),
    endDocument: (printer) => isDone(ask('endDocument', on(printer))),
    abort: (printer) => isDone(ask('abort', on(printer))),
    async close(printer) {
      await ask('close', on(printer));
    },
    async jobs(printer) {
      const parsed = jobsSchema.safeParse(await ask('jobs', on(printer)));
      return parsed.success ? parsed.data : [];
    },
    async printerState(printer) {
      const parsed = stateSchema.safeParse(await ask('state', on(printer)));
      return parsed.success ? parsed.data : null;
    },
    async printerNames() {
      const parsed = z.array(z.string()).safeParse(await ask('names'));
      return parsed.success ? parsed.data : [];
    },
  };
}
