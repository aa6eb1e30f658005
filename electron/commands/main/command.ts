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

/** How a new workspace is made, once it is known what is to unlock it. */
export type MakeNew = (request: OpenRequest, parts: WorkspaceParts) => Promise<Outcome<OpenedWorkspace>>;

/** What closes an open workspace and reopens it, as another one in some respect. */
export type ActOnWhole<T> = (
  opened: OpenedWorkspace,
  request: OpenRequest,
  parts: WorkspaceParts,
) => Promise<Outcome<T>>;

export interface CommandContext {
  readonly language: Language;
  readonly isJson: boolean;
  readonly terminal: Terminal;
  /** Read when they are asked for: tools that need none start faster. */
  readonly parts: () => Promise<WorkspaceParts>;
  /** Ends when the person or the system asks the program to stop. */
  readonly signal: AbortSignal;
  /** `--reveal`: personal data is shown, with the reason of `--why`. */
  readonly isRevealed: boolean;
  readonly why: string | undefined;
  /** For words that do not go together in a way the table cannot say. */
  wrongUsage(): Failure;
  /** Makes a workspace in a folder that has none, with what is to unlock it. */
  openNew(attempt: MakeNew): Promise<Outcome<OpenedWorkspace>>;
  /** Does something with the workspace as a whole (another key, another place), once whoever runs the command has signed in. */
  actOnWhole<T>(act: ActOnWhole<T>): Promise<Outcome<T>>;
  /** Puts a backup in the workspace's place and opens it, with what unlocks the backup. */
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

/** A document as a file of its owner's, or shown where no file is named. */
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

/** What refuses a command, on its way out of it. */
class Refused extends Error {
  readonly failure: Failure;

  constructor(refusal: Failure) {
    super(refusal.code);
    this.failure = refusal;
  }
}

/** What came of a use case; where that is a failure, the command ends with it. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Refused(outcome);
}

/** Inside a command a refusal is thrown; outside it is a value like every other. */
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

/** What a command is, as data: help, checks and rights are read off it. */
interface CommandTable<O extends readonly Operand[], P extends Options> {
  /** `ship`, or `orders list` for one of a family. */
  readonly name: string;
  /** What it does. */
  readonly zh: string;
  readonly en: string;
  /** What it takes where a workspace has operators; one that both lists and changes takes what changing takes. */
  readonly access: Access;
  /** It makes a workspace where there is none; every other command says that there is none, so that a mistyped `--data` looks at nothing empty. */
  readonly begins?: true;
  /** It has `--reveal`, which takes this besides: one order, or many at once, which is an export to the screen. */
  readonly reveals?: Right;
  readonly operands?: O;
  readonly options?: P;
  /** Exactly one of these groups. */
  readonly either?: readonly Group[];
  /** At most one of these. */
  readonly perhaps?: readonly Group[];
  /** All of them or none. */
  readonly together?: Group;
  /** It runs until it is stopped: always, or with this option. Commands called beside it are run on its workspace. */
  readonly stays?: true | string;
  /** What the help shows at the end: input that is read from elsewhere. */
  readonly reads?: string;
}

export interface Asked<O extends readonly Operand[], P extends Options> extends CommandContext {
  readonly operands: OperandValues<O>;
  readonly options: OptionValues<P>;
}

type None = Readonly<Record<never, never>>;
type Run<A> = (asked: A) => Promise<Outcome<CommandResult>>;

/** What a command was given, read as its table says. */
export interface Given {
  readonly operands: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** What is at hand while another program has the workspace: its folder and the words as they were typed. */
export interface BusyContext extends CommandContext {
  readonly folder: string;
  readonly word: (option: string) => string | undefined;
}

type WhenBusy = (asked: BusyContext) => Promise<Outcome<CommandResult> | null>;

/** Any command. */
export interface Command extends CommandTable<readonly Operand[], Options> {
  /** It opens no workspace. */
  readonly isTool?: true;
  /** Another program has the workspace: what that one can be asked to do. null: it did not take it. */
  readonly whenBusy?: WhenBusy;
  // A method, so that each may take what its own table makes of its words.
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
