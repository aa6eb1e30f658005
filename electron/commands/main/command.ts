import type { Access, Right } from '../../../shared/domain/operator.ts';
import { done, type Failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';
import { shownJson } from '../../platform/shownText.ts';
import type { OpenedWorkspace, OpenRequest, WorkspaceParts } from '../../usecases/workspace/open.ts';
import type { RestoredWorkspace } from '../../usecases/workspace/restore.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { RestoreOptions } from './restoreFrom.ts';
import type { Terminal } from './terminal.ts';
import type { Operand, OperandValues, Option, OptionValues } from './word.ts';

/** How a new workspace is made, once it is known what unlocks it. */
export type MakeNew = (request: OpenRequest, parts: WorkspaceParts) => Promise<Outcome<OpenedWorkspace>>;

/** Closes an open workspace and reopens it changed. */
export type WorkspaceAct<T> = (
  opened: OpenedWorkspace,
  request: OpenRequest,
  parts: WorkspaceParts,
) => Promise<Outcome<T>>;

export interface CommandContext {
  readonly language: Language;
  readonly isJson: boolean;
  readonly terminal: Terminal;
  /** Loaded on first use: tools that need none start faster. */
  readonly parts: () => Promise<WorkspaceParts>;
  /** Ends when the person or the system asks the program to stop. */
  readonly signal: AbortSignal;
  /** `--reveal`: personal data is shown, with the reason of `--why`. */
  readonly isRevealed: boolean;
  readonly why: string | undefined;
  /** Refuses combinations of words that the table cannot express. */
  wrongUsage(): Failure;
  /** Makes a workspace in a folder that has none, with what is to unlock it. */
  openNew(attempt: MakeNew): Promise<Outcome<OpenedWorkspace>>;
  /** Does something with the workspace as a whole (another key, another place), after sign-in. */
  actOnWorkspace<T>(action: WorkspaceAct<T>): Promise<Outcome<T>>;
  /** Restores a backup in the workspace's place and opens it, with what unlocks the backup. */
  restore(file: string, options: RestoreOptions): Promise<Outcome<RestoredWorkspace>>;
}

export interface CommandResult {
  /** 0 all done · 3 finished, but some orders need a person. Refusals are failures, not results. */
  readonly exitCode: 0 | 3;
  /** The one JSON document of `--json`. */
  readonly json: unknown;
  /** The same for people. */
  readonly human: readonly string[];
}

/** Writes a document as an owner-only file, or shows it when no file is named. */
export function reportDocument(content: unknown, file: string | undefined): Outcome<CommandResult> {
  const written = shownJson(content, 2);
  if (file === undefined) return report(content, [written]);
  replaceOwnerOnlyFile(file, `${written}\n`);
  return report({ file }, [file]);
}

/** `isOpen`: something waits for a person. */
export function report(json: unknown, human: readonly string[], isOpen = false): Outcome<CommandResult> {
  return done({ exitCode: isOpen ? 3 : 0, json, human });
}

/** Carries a refusal out of a command. */
class Refused extends Error {
  readonly failure: Failure;

  constructor(refusal: Failure) {
    super(refusal.code);
    this.failure = refusal;
  }
}

/** The value of a use case's outcome; a failure ends the command. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Refused(outcome);
}

/** Inside a command a refusal is thrown; outside it is a value. */
const answered =
  <A>(run: Run<A>): Run<A> =>
  (asked) =>
    run(asked).catch((error: unknown) => {
      if (error instanceof Refused) return error.failure;
      throw error;
    });

/**
 * Operands by their name, options as `--option`; the first of a group chooses it, and `--option` behind it belongs to it.
 */
type Group = readonly string[];

type Options = Readonly<Record<string, Option>>;

/** What a command is, as data: help, checks and rights are computed from it. */
interface CommandTable<O extends readonly Operand[], P extends Options> {
  /** `ship`, or `orders list` for one of a family. */
  readonly name: string;
  /** What it does. */
  readonly zh: string;
  readonly en: string;
  /** The right it needs where a workspace has operators; a command that both lists and changes needs the right to change. */
  readonly access: Access;
  /** It makes a workspace where there is none; every other command reports that there is none, so a mistyped `--data` is noticed. */
  readonly begins?: true;
  /** It has `--reveal`, which needs this right too: for one order, or for many at once, which is an export to the screen. */
  readonly reveals?: Right;
  readonly operands?: O;
  readonly options?: P;
  /** Exactly one of these groups. */
  readonly either?: readonly Group[];
  /** At most one of these. */
  readonly perhaps?: readonly Group[];
  /** All of them or none. */
  readonly together?: Group;
  /** It runs until it is stopped: always, or with this option. Other commands meanwhile run on its workspace. */
  readonly stays?: true | string;
  /** Shown at the end of the help: input read from elsewhere. */
  readonly reads?: string;
}

export interface Asked<O extends readonly Operand[], P extends Options> extends CommandContext {
  readonly operands: OperandValues<O>;
  readonly options: OptionValues<P>;
}

type None = Readonly<Record<never, never>>;
type Run<A> = (asked: A) => Promise<Outcome<CommandResult>>;

/** The parsed words of a command, according to its table. */
export interface Given {
  readonly operands: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** What is available while another program has the workspace: its folder and the words as typed. */
export interface BusyContext extends CommandContext {
  readonly folder: string;
  readonly word: (option: string) => string | undefined;
}

type WhenBusy = (asked: BusyContext) => Promise<Outcome<CommandResult> | null>;

/** Any command. */
export interface Command extends CommandTable<readonly Operand[], Options> {
  /** It opens no workspace. */
  readonly isTool?: true;
  /** Runs when another program has the workspace, as far as that program can be asked. null: it was not taken. */
  readonly whenBusy?: WhenBusy;
  // A method, so that each command's `run` may take its own parsed words.
  run(asked: CommandContext & Given & { readonly workspace: Workspace }): Promise<Outcome<CommandResult>>;
}

/** A command on a workspace, which is open while it runs. */
export function command<const O extends readonly Operand[] = readonly [], P extends Options = None>(
  table: CommandTable<O, P> & {
    run: Run<Asked<O, P> & { readonly workspace: Workspace }>;
    readonly whenBusy?: WhenBusy;
  },
): Command {
  return { ...table, run: answered(table.run) };
}

/** A command that opens no workspace. */
export function tool<const O extends readonly Operand[] = readonly [], P extends Options = None>(
  table: CommandTable<O, P> & { run: Run<Asked<O, P> & { readonly workspace: never }> },
): Command {
  return { ...table, run: answered(table.run), isTool: true };
}
