import type { ComponentProps } from 'react';
import { Button } from './Button.tsx';
import { useKeys } from './keys.ts';

interface KeyButtonProps extends Omit<ComponentProps<typeof Button>, 'children' | 'keyHint' | 'onPress'> {
  /** `r`, `Ctrl+z`, `Enter`. */
  readonly combo: string;
  readonly children: string;
  /** What the key does, where the words of the button are too short to say it. */
  readonly says?: string;
  /** It is in a dialog. */
  readonly inDialogs?: boolean;
  onPress(): void;
}

/** Letters are on the keyboard as capitals. */
const hintOf = (combo: string): string => combo.replace(/(^|\+)([a-z])$/, (letter) => letter.toUpperCase());

/** A button with a key that does the same, as long as the button can be pressed. */
export function KeyButton({ combo, says, inDialogs = false, onPress, ...button }: KeyButtonProps) {
  const { children, isBusy = false, isDisabled = false } = button;
  const run = (): void => {
    if (!isBusy) onPress();
  };
  useKeys(isDisabled ? [] : [{ combo, says: says ?? children, inDialogs, run }]);
  return <Button {...button} keyHint={hintOf(combo)} onPress={onPress} />;
}
