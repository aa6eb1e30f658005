import { carrierRow } from '../../../../shared/domain/carriers/carrierTable.ts';
import { kuaidi100Code } from '../../../../shared/domain/carriers/platformCarrierCodes.ts';

/** false: by all that is documented this platform gives no waybills of the carrier. A platform of its own kind is asked nothing. */
export function servesCarrier(platform: string, carrier: string): boolean {
  switch (platform) {
    case 'sf':
      return carrier === 'SF';
    case 'kuaidi100':
      return kuaidi100Code(carrier) !== null;
    case 'kdniao':
      return carrierRow(carrier)?.givesWaybills === true;
    default:
      return carrierRow(carrier) !== null;
  }
}
