import type { ReactNode } from 'react';

interface FormProps {
  readonly look?: string;
  readonly label?: string | undefined;
  /** What was typed will do. */
  readonly isReady?: boolean;
  readonly children: ReactNode;
  onSubmit(): void;
}

/** Fields that Enter sends, once they are ready. */
export function Form({ look = 'stack', label, isReady = true, children, onSubmit }: FormProps) {
  return (
    <form
      className={look}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onSubmit();
      }}
    >
      {children}
    </form>
  );
}
