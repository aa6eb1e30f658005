import { type ComponentProps, type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import { KeyButton } from './KeyButton.tsx';

interface OpeningButtonProps
  extends Pick<ComponentProps<typeof KeyButton>, 'look' | 'size' | 'icon' | 'isDisabled' | 'says'> {
  readonly label: string;
  /** A key that does the same. */
  readonly combo?: string;
  /** false: no button and no key. What is open already stays, with what was typed and what is under way. */
  readonly isOffered?: boolean;
  /** What it opens, until that is closed. */
  children(close: () => void): ReactNode;
}

/** A button that opens a dialog. */
export function OpeningButton({ label, combo, isOffered = true, children, ...look }: OpeningButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const button = { ...look, children: label, onPress: () => setOpen(true) };
  return (
    <>
      {isOffered && (combo === undefined ? <Button {...button} /> : <KeyButton {...button} combo={combo} />)}
      {isOpen && children(() => setOpen(false))}
    </>
  );
}
