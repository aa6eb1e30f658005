/** The part of a keyboard event that decides what it means. */
export interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Does a stroke fit a combo such as `Ctrl+K`, `Alt+1`, `?`, `Enter`? Ctrl means Command on a Mac as well. Shift is
 * ignored for printable keys, since `?` needs it on some layouts and not on others.
 */
export function matchesCombo(stroke: KeyStroke, combo: string): boolean {
  const parts = combo.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.length > 1 && parts.slice(0, -1).includes(name);
  if ((stroke.ctrlKey || stroke.metaKey) !== wants('Ctrl')) return false;
  if (stroke.altKey !== wants('Alt')) return false;
  if (key.length > 1 && stroke.shiftKey !== wants('Shift')) return false;
  return stroke.key.toLowerCase() === key.toLowerCase();
}
