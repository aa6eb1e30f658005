import { type PageCommand, readPageCommand } from '../../../../shared/domain/packing/pageCommands.ts';
import { useScanTaker } from '../../../parts/scanTakers.ts';
import { useShownTheme } from '../../../parts/view.ts';
import { useBenchLook } from '../../../work/devices/benchLook.ts';

/** The other of the two, as it is seen now. */
export function doPageCommand(command: PageCommand): void {
  if (command === 'dark') useBenchLook.setState({ isDark: useShownTheme.getState().shown !== 'dark' });
  else useBenchLook.setState(({ isFar }) => ({ isFar: !isFar }));
}

/** Every scan that is meant for the bench, but for those that only change how it looks. */
export function useBenchScans(take: (code: string) => boolean): void {
  useScanTaker((code) => {
    const command = readPageCommand(code);
    if (command === null) return take(code);
    doPageCommand(command);
    return true;
  });
}
