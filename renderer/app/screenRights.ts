import type { Right } from '../../shared/domain/role.ts';
import type { ScreenId } from '../parts/usePlace.ts';

/** What a screen takes to be of any use; what single actions on it take is said by the core. */
export const screenRights: Readonly<Record<ScreenId, readonly Right[]>> = {
  today: ['seeWork'],
  import: ['importOrders'],
  correct: ['correctAddresses', 'seePersonalData'],
  ship: ['seeWork'],
  print: ['seeWork'],
  track: ['seeWork'],
  settings: ['seeWork'],
};
