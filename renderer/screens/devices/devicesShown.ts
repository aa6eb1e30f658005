import type { DevicesView } from '../../../shared/contracts/packing/devices.ts';
import { ask } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';

/** Shows what an act left behind at once. */
export const devicesShown = (devices: DevicesView): void =>
  void queryClient.setQueryData(ask.devices.get.queryKey(), devices);
