import type { Outcome } from '../../../shared/errors/outcome.ts';
import { readMoment, readShopDate } from '../../../shared/rules/shopTime.ts';
import { fromCaller } from '../../platform/callerFolder.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';

/** What can be given at one place of a command line, under the name that the help shows. */
export type Word<T> =
  /** Parsed before anything is opened; null: not valid. */
  | { readonly name: string; readonly read: (argument: string) => T | null }
  /** Looked up once the workspace is open. */
  | { readonly name: string; readonly find: (workspace: Workspace, argument: string) => Promise<Outcome<T>> };

export interface Flag {
  readonly flag: true;
}

/** `required` and `usual` are for options, which are optional by default; `optional` is for operands, which are required. */
interface Arity {
  readonly many?: true;
  readonly optional?: true;
  readonly required?: true;
  readonly needed?: true;
  readonly usual?: unknown;
  /** What can be written, where the name does not say it. */
  readonly choices?: string;
  /** A file to write: an existing one is only replaced with `--overwrite`. */
  readonly isWritten?: true;
  /** Written into what exists, so that a printer's device or a pipe can be named. */
  readonly isWrittenInto?: true;
}

export type Operand = Word<unknown> & Arity;
export type Option = Flag | Operand;

type Meaning<W> = W extends { readonly read: (argument: string) => infer T }
  ? Exclude<T, null>
  : W extends { readonly find: (workspace: Workspace, argument: string) => Promise<Outcome<infer T>> }
    ? T
    : never;

type OperandValue<W> = W extends { readonly many: true }
  ? readonly Meaning<W>[]
  : W extends { readonly optional: true }
    ? Meaning<W> | undefined
    : Meaning<W>;

type OptionValue<W> = W extends Flag
  ? boolean
  : W extends { readonly many: true }
    ? readonly Meaning<W>[]
    : W extends { readonly required: true } | { readonly usual: unknown }
      ? Meaning<W>
      : Meaning<W> | undefined;

/** The values a command gets for its operands, in order. */
export type OperandValues<O extends readonly Operand[]> = { readonly [K in keyof O]: OperandValue<O[K]> };

/** The values a command gets for its options, by name. */
export type OptionValues<P extends Readonly<Record<string, Option>>> = {
  readonly [K in keyof P]: OptionValue<P[K]>;
};

export const flag: Flag = { flag: true };
export const many = <W extends Operand>(word: W) => ({ ...word, many: true as const });
export const optional = <W extends Operand>(word: W) => ({ ...word, optional: true as const });
export const required = <W extends Operand>(word: W) => ({ ...word, required: true as const });
export const usual = <W extends Operand>(word: W, value: Meaning<W>) => ({ ...word, usual: value });
/** Required; when it is empty the use case has a better refusal than `USAGE`. */
export const needed = (word: Word<string>) => ({ ...word, needed: true as const, usual: '' });

/** Any text, as typed. */
export const text = (name: string) => ({ name, read: (argument: string): string | null => argument });

/** Non-empty text with a length limit. */
export const filledText = (name: string, mostCharacters = Number.POSITIVE_INFINITY) => ({
  name,
  read(argument: string): string | null {
    const trimmed = argument.trim();
    return trimmed === '' || trimmed.length > mostCharacters ? null : trimmed;
  },
});

/** `K=V`; the value may hold further equals signs. */
export const pair = (name: string) => ({
  name,
  read(argument: string): readonly [string, string] | null {
    const [key = '', value] = argument.split(/=(.*)/s, 2);
    return key === '' || value === undefined ? null : [key, value];
  },
});

/** A file or folder, relative to the current folder. Empty is not valid: it would mean the folder itself. */
export const path = (name: string) => ({
  name,
  read: (argument: string): string | null => (argument === '' ? null : fromCaller(argument)),
});

/** A file, device or pipe that is opened and written into. */
export const writtenInto = <W extends Operand>(word: W) => ({ ...word, isWrittenInto: true as const });

/** A file that the command writes; `parse` may check more of its name than its path. */
export const writtenFile = <W extends Operand>(word: W) => ({ ...word, isWritten: true as const });

/** One of these words. */
export const oneOf = <const T extends string>(choices: readonly T[], name: string = choices.join('|')) => ({
  name,
  choices: choices.join(' | '),
  read: (argument: string): T | null => choices.find((choice) => choice === argument) ?? null,
});

const noLimit = 999_999_999;

/** A whole number between these two. Nine nines are no bound that anybody meets, and would be masked like an id. */
export const whole = (least = 0, most = noLimit, name = 'N') => ({
  name,
  choices: most === noLimit ? `≥ ${least}` : `${least}–${most}`,
  read: (argument: string): number | null => {
    const value = Number(argument);
    return /^\d{1,9}$/.test(argument.trim()) && value >= least && value <= most ? value : null;
  },
});

/** `2027-03-01`, as it was written. */
export const day = {
  name: 'YYYY-MM-DD',
  read: (argument: string): string | null => (readShopDate(argument) === null ? null : argument),
};

/** `2027-03-01T08:00` in the shop's time, or with a zone of its own. */
export const moment = (name: string) => ({
  name,
  read: (argument: string): number | null =>
    readShopDate(argument.trim()) === null ? readMoment(argument) : null,
});

/** The same, or a day: the moment it begins. */
export const dayOrMoment = (name: string) => ({ name, read: readMoment });

/** Looked up in the workspace by this name or number. */
export const found = <T>(
  name: string,
  find: (workspace: Workspace, argument: string) => Promise<Outcome<T>>,
) => ({ name, find });

/** It takes `--overwrite`. */
export const writesFile = ({
  options = {},
}: {
  readonly options?: Readonly<Record<string, Option>>;
}): boolean => Object.values(options).some((option) => !('flag' in option) && option.isWritten === true);
