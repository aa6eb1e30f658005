import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

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
  /** Asks without echo; null when there is nobody to ask. */
  askSecret(question: string): Promise<string | null>;
}

const quietIntervalMs = 5_000;

export function processTerminal(now: () => number): Terminal {
  const isLive = process.stderr.isTTY === true;
  let lastProgressAt = 0;
  let hasOpenLine = false;
  const endProgress = () => {
    if (hasOpenLine) process.stderr.write('\n');
    hasOpenLine = false;
  };
  return {
    isInteractive: process.stdin.isTTY === true && isLive,
    out: (line) => void process.stdout.write(`${line}\n`),
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
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
      return Buffer.concat(chunks).toString('utf8');
    },
    inputLines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    askSecret: (question) =>
      process.stdin.isTTY === true && isLive ? askHidden(question) : Promise.resolve(null),
  };
}

function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve) => {
    prompt.question('', (answer) => {
      prompt.close();
      process.stderr.write('\n');
      resolve(answer);
    });
  });
}
