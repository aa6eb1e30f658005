/** One sentence on what is wrong, one on what to do next. `{name}` places are filled from the failure's params. */
export interface ErrorText {
  readonly says: string;
  readonly next: string;
}

export interface ErrorDefinition {
  /** Who can mend it. */
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
