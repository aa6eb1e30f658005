import { isTextField } from '../../parts/isTextField.ts';

interface RememberedField {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
  readonly selection: readonly [number | null, number | null];
}

let remembered: RememberedField | null = null;

/** Keeps what the focused field holds before a burst of keys reaches it. */
export function rememberField(): void {
  const field = document.activeElement;
  remembered = isTextField(field)
    ? { field, value: field.value, selection: [field.selectionStart, field.selectionEnd] }
    : null;
}

/** Puts it back, telling React as if the operator had typed it. */
export function restoreField(): void {
  if (remembered === null) return;
  const { field, value, selection } = remembered;
  remembered = null;
  if (!field.isConnected || field.value === value) return;
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (selection[0] !== null) field.setSelectionRange(selection[0], selection[1]);
}
