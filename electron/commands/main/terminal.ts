import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { anySignal } from '../../platform/anySignal.ts';
import { outputWriter } from '../../platform/standardOutput.ts';

/** Where a command writes and what it may ask. Results go to `out`, everything else to `note`. */
export interface Terminal {
  readonly isInteractive: boolean;
  out(line: string): void;
  note(line: string): void;
  /** Rewrites one line on a terminal; one line per 5 s when stderr is not a terminal. */
  progress(line: string): void;
  endProgress(): void;
  /** All of standard input as text. */
  readInput(): Promise<string>;
  /** Lines of standard input as they come. */
  inputLines(): AsyncIterable<string>;
  /** Asks without echo; null when no one can be asked. */
  askSecret(question: string): Promise<string | null>;
}

const quietIntervalMs = 5_000;

/** `signal`: standard input is no longer needed. */
export function processTerminal(now: () => number, signal: AbortSignal): Terminal {
  // The reader of the output is gone: the command finishes, but waits for no more input.
  const unread = new AbortController();
  process.stdout.on('error', () => unread.abort());
  process.stderr.on('error', () => undefined);
  const write = outputWriter(process.stdout);
  const isLive = process.stderr.isTTY === true;
  let lastProgressAt = 0;
  let hasOpenLine = false;
  const endProgress = () => {
    if (hasOpenLine) process.stderr.write('\n');
    hasOpenLine = false;
  };
  return {
    isInteractive: process.stdin.isTTY === true && isLive,
    out: (line) => write(`${line}\n`),
    note(line) {
      endProgress();
      process.stderr.write(`${line}\n`);
    },
    progress(line) {
      if (isLive) {
        process.stderr.write(`\r\u001b[K${line}`);
        hasOpenLine = true;
      } else if (now() - lastProgressAt >= quietIntervalMs) {
        lastProgressAt = now();
        process.stderr.write(`${line}\n`);
      }
    },
    endProgress,
    async readInput() {
      const chunks: Buffer[] = [];
      const leave = (): void => void process.stdin.destroy();
      signal.addEventListener('abort', leave, { once: true });
      try {
        for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
      } catch (error) {
        if (!signal.aborted) throw error;
      }
      return Buffer.concat(chunks).toString('utf8');
    },
    inputLines: () => linesOf(process.stdin, anySignal(signal, unread.signal)),
    askSecret: (question) =>
      process.stdin.isTTY === true && isLive ? askHidden(question) : Promise.resolve(null),
  };
}

/** Until the end of the input, or until it is no longer needed. */
export async function* linesOf(input: NodeJS.ReadableStream, signal: AbortSignal): AsyncGenerator<string> {
  // An input that was closed before the first read would never end.
  if (signal.aborted) return;
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const close = (): void => lines.close();
  signal.addEventListener('abort', close, { once: true });
  yield* lines;
  signal.removeEventListener('abort', close);
}

/** null: cancelled by Ctrl+C or Ctrl+D. */
function askHidden(question: string): Promise<string | null> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve) => {
    let typed: string | null = null;
    prompt.once('close', () => {
      process.stderr.write('\n');
      resolve(typed);
    });
    prompt.question('', (answer) => {
      typed = answer;
      prompt.close();
    });
  });
}

/** Lines of standard input for several readers in turn: first a PIN, then what the command itself reads. */
export function sharedInput(terminal: Terminal): Terminal {
  let lines: AsyncIterator<string> | null = null;
  const next = () => {
    lines ??= terminal.inputLines()[Symbol.asyncIterator]();
    return lines.next();
  };
  // No `return`: a reader that stops after a line leaves the rest to the next one.
  const inputLines = () => ({ [Symbol.asyncIterator]: () => ({ next }) });
  return {
    ...terminal,
    inputLines,
    async readInput() {
      if (lines === null) return terminal.readInput();
      const rest: string[] = [];
      for await (const line of inputLines()) rest.push(line);
      return rest.join('\n');
    },
  };
}

/** The first line of standard input, without waiting for its end: the writer may keep the pipe open. */
export async function firstInputLine(terminal: Pick<Terminal, 'inputLines'>): Promise<string> {
  for await (const line of terminal.inputLines()) return line;
  return '';
}

/** A secret from a terminal without echo, otherwise the next line of standard input: an argument would be visible in the process list. */
export async function readSecret(terminal: Terminal, question: string): Promise<string> {
  if (!terminal.isInteractive) return (await firstInputLine(terminal)).trim();
  return (await terminal.askSecret(question)) ?? '';
}
