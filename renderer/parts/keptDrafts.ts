/** What was typed and not yet saved, by name. Lives as long as the page or until the workspace is locked. */
export const keptDrafts = new Map<string, unknown>();
