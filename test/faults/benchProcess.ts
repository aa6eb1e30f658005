import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectFolder } from '../../electron/launch/buildWhenStale.ts';
import { compileCache } from '../doubles/program/compileCache.ts';

/** What a scan came to; null: the bench died under it. */
export interface Said {
  readonly says: string;
  readonly stop: string;
  readonly isAway: boolean;
}

/** How a bench began; null: it died before it was ready. */
export interface Began {
  readonly isAway?: boolean;
  /** Code of what kept it from opening. */
  readonly refused?: string;
}

/** The programs of benches, by the names of their sources. */
type BenchProgram = 'awayProgram' | 'benchProgram' | 'reopenProgram';

/** Starts it as `vite.programs.config.ts` built it. `fault`: where it is to be killed. */
export const startBuilt = (program: BenchProgram, words: object, fault = ''): ChildProcess =>
  spawn(
    process.execPath,
    [join(projectFolder, 'out/fault-programs', `${program}.js`), JSON.stringify(words)],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...compileCache, SHIPDESK_FAULT_POINT: fault },
    },
  );

/** A bench as a process, which is killed and started again. */
export class BenchProcess {
  kills = 0;
  readonly #program: BenchProgram;
  #child: ChildProcess | null = null;
  #said = '';
  #answers: ((said: Said | null) => void)[] = [];
  #ready: (began: Began | null) => void = () => undefined;

  constructor(program: BenchProgram) {
    this.#program = program;
  }

  /** Resolves when the bench is ready. `fault`: where it is to be killed. */
  async start(words: object, fault = ''): Promise<Began | null> {
    // One of a case that failed.
    await this.end();
    const child = startBuilt(this.#program, words, fault);
    this.#child = child;
    this.#said = '';
    child.stderr?.on('data', (text: Buffer) => {
      this.#said += text.toString();
    });
    child.stdin?.on('error', () => undefined);
    if (child.stdout !== null)
      createInterface({ input: child.stdout }).on('line', (line) => {
        const said = JSON.parse(line) as
          | (Said & { readonly isReady?: undefined })
          | (Began & { readonly isReady: true });
        if (said.isReady === true) this.#ready(said);
        else this.#answers.shift()?.(said);
      });
    child.once('exit', (code, signal) => {
      this.#child = null;
      if (signal === 'SIGKILL') this.kills += 1;
      else if (code !== 0 && code !== null && code !== 4) throw new Error(this.#said);
      this.#ready(null);
      for (const answer of this.#answers.splice(0)) answer(null);
    });
    return new Promise((resolve) => {
      this.#ready = resolve;
    });
  }

  get isAlive(): boolean {
    return this.#child !== null;
  }

  scan(gestureId: string, code: string): Promise<Said | null> {
    return this.ask({ gestureId, code });
  }

  ask(words: object): Promise<Said | null> {
    const child = this.#child;
    if (child === null) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#answers.push(resolve);
      child.stdin?.write(`${JSON.stringify(words)}\n`);
    });
  }

  /** Until the bench has died by itself. */
  async dead(): Promise<void> {
    while (this.isAlive) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** The bench is switched off, or `how` else it ends. */
  async end(how: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    this.#child?.kill(how);
    await this.dead();
  }
}
