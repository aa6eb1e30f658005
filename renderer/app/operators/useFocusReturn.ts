import { useEffect, useState } from 'react';

/** When the component goes, the focus is again where it was when it came: whoever was typing goes on typing. */
export function useFocusReturn(): void {
  const [former] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (former instanceof HTMLElement && former.isConnected) former.focus();
    },
    [former],
  );
}
