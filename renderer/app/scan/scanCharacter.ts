/**
 * The character a gun meant. With a Chinese input method on, the browser names every key `Process`; the physical
 * key still tells digits and letters.
 */
export function scanCharacter(event: { readonly key: string; readonly code: string }): string {
  if (event.key !== 'Process') return event.key;
  const typed = /^(?:Digit|Numpad|Key)([0-9A-Z])$/.exec(event.code);
  if (typed?.[1] !== undefined) return typed[1];
  return event.code === 'Enter' || event.code === 'NumpadEnter' ? 'Enter' : event.key;
}
