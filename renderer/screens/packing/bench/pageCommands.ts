import { type PageCommand, readPageCommand } from '../../../../shared/domain/packing/pageCommands.ts';
import { useScanTaker } from '../../../parts/scanTakers.ts';
import { useShownTheme } from '../../../parts/view.ts';
import { useBenchLook } from '../../../work/devices/benchLook.ts';

let takePhoto: (() => void) | null = null;

/** Somebody wants a photo of the parcel on the bench; gives the way to stop listening. */
export function onPhotoWish(take: () => void): () => void {
  takePhoto = take;
  return () => {
    if (takePhoto === take) takePhoto = null;
  };
}

/** Of a look the other of the two, as it is seen now. */
export function doPageCommand(command: PageCommand): void {
  if (command === 'photo') takePhoto?.();
  else if (command === 'dark') useBenchLook.setState({ isDark: useShownTheme.getState().shown !== 'dark' });
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
