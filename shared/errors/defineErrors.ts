/** One sentence on what is wrong, one on what to do next. `{name}` places are filled from the failure's params. */
export interface ErrorText {
  readonly says: string;
  /** For a person at the window: never names a command or an option. */
  readonly next: string;
  /** For the command line, where it differs. */
  readonly commandLine?: string;
}

export interface ErrorDefinition {
  /** May the machine try again automatically, provided the certainty allows it? */
  readonly retryable: boolean;
  readonly 'zh-CN': ErrorText;
  readonly en: ErrorText;
}

/** Keeps the literal codes, so that a code nobody defined does not compile. */
export function defineErrors<const T extends Record<string, ErrorDefinition>>(errors: T): T {
  return errors;
}

/** What is wrong and what to do next, in Chinese, then in English; last what to do at the command line, where that differs. */
type Words = readonly [
  says: string,
  next: string,
  englishSays: string,
  englishNext: string,
  ...commandLine: readonly [] | readonly [next: string, englishNext: string],
];

const defining =
  (retryable: boolean) =>
  (...[says, next, englishSays, englishNext, ...commandLine]: Words): ErrorDefinition => {
    const chinese = { says, next };
    const english = { says: englishSays, next: englishNext };
    if (commandLine.length === 0) return { retryable, 'zh-CN': chinese, en: english };
    return {
      retryable,
      'zh-CN': { ...chinese, commandLine: commandLine[0] },
      en: { ...english, commandLine: commandLine[1] },
    };
  };

/** An error that stays until somebody acts. */
export const final = defining(false);

/** One that may be gone at the next try: the machine may make it automatically. */
export const retried = defining(true);
