/** One sentence on what is wrong, one on what to do next. `{name}` places are filled from the failure's params. */
export interface ErrorText {
  readonly says: string;
  /** For a person at the window: never names a command or an option. */
  readonly next: string;
  /** For the command line, where it differs. */
  readonly commandLine?: string;
}

export interface ErrorDefinition {
  /** Who can fix it. */
  readonly fix: 'operator' | 'owner' | 'platform' | 'developer';
  /** May the machine try again by itself, provided the certainty allows it? */
  readonly retryable: boolean;
  readonly 'zh-CN': ErrorText;
  readonly en: ErrorText;
}

/** Keeps the literal codes, so that a code nobody defined does not compile. */
export function defineErrors<const T extends Record<string, ErrorDefinition>>(errors: T): T {
  return errors;
}

type Words = readonly [says: string, next: string, commandLine?: string];

function textOf([says, next, commandLine]: Words): ErrorText {
  return commandLine === undefined ? { says, next } : { says, next, commandLine };
}

const fixedBy =
  (fix: ErrorDefinition['fix']) =>
  (zh: Words, en: Words): ErrorDefinition => ({ fix, retryable: false, 'zh-CN': textOf(zh), en: textOf(en) });

/** An error that this person can fix: Chinese words, English words. */
export const byOperator = fixedBy('operator');
export const byOwner = fixedBy('owner');
export const byPlatform = fixedBy('platform');
export const byDeveloper = fixedBy('developer');

/** The machine may try it again by itself. */
export function retried(definition: ErrorDefinition): ErrorDefinition {
  return { ...definition, retryable: true };
}
