/** A key as it is printed on the keyboard. */
export function KeyHint({ combo }: { readonly combo: string }) {
  return (
    <kbd className="key-hint">
      {combo.replace('Enter', '↵').replace('Escape', 'Esc').replaceAll('+', ' ')}
    </kbd>
  );
}
