import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import type { OpenedWorkspace, WorkspaceParts } from '../../usecases/workspace/open.ts';
import type { RestoredWorkspace } from '../../usecases/workspace/restore.ts';
import type { Terminal } from './terminal.ts';

/** Options of one command in the form of `node:util` parseArgs. */
export type CommandOptions = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>
>;

export interface CommandContext {
  /** What follows the command's words. */
  readonly operands: readonly string[];
  readonly language: Language;
  readonly isJson: boolean;
  readonly terminal: Terminal;
  readonly parts: WorkspaceParts;
  readonly dataFolder: string;
  /** Ends when the person or the system asks the program to stop. */
  readonly signal: AbortSignal;
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
  /** Opens the workspace with what unlocks it; `practice` makes a practice one where there is none. */
  open(options?: { readonly isPracticeWanted?: boolean }): Promise<Outcome<OpenedWorkspace>>;
  /** Puts a backup in the workspace's place and opens it, with what unlocks the backup. */
  restore(file: string): Promise<Outcome<RestoredWorkspace>>;
}

export interface CommandResult {
  /** 0 all done · 3 finished, but some orders need a person. Refusals are failures, not results. */
  readonly exitCode: 0 | 3;
  /** The one JSON document of `--json`. */
  readonly json: unknown;
  /** The same for people. */
  readonly human: readonly string[];
}

/** One command of the command line: one file, one line in `commands/index.ts`. */
export interface Command {
  /** `ship`, or `orders list` for one of a family. */
  readonly name: string;
  /** What follows the name, e.g. `FILE… [--account NAME]`. */
  readonly usage: string;
  readonly does: { readonly 'zh-CN': string; readonly en: string };
  readonly options: CommandOptions;
  run(context: CommandContext): Promise<Outcome<CommandResult>>;
}
