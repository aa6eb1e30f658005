/** Where an edit is among those before and those taken back. */
export interface EditHistory<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the newest step was about; a step of the same tag right after it is the same step to whoever takes it back. */
  readonly tag: string;
}

/** Steps that can be taken back; more than anybody counts. */
export const maxSteps = 200;

export function startHistory<T>(present: T): EditHistory<T> {
  return { past: [], present, future: [], tag: '' };
}

/** A new step. With a tag, steps that follow each other under it (arrow keys, typing in one field) become one. */
export function pushEdit<T>(history: EditHistory<T>, present: T, tag = ''): EditHistory<T> {
  if (present === history.present) return history;
  if (tag !== '' && tag === history.tag) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-maxSteps), present, future: [], tag };
}

export function undoEdit<T>(history: EditHistory<T>): EditHistory<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    tag: '',
  };
}

export function redoEdit<T>(history: EditHistory<T>): EditHistory<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, tag: '' };
}
