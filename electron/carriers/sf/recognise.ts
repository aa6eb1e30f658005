import { carrierRow } from '../../../shared/domain/carriers/carrierTable.ts';
import { happened } from '../../../shared/errors/outcome.ts';
import type { PlatformReply } from '../kit/carrierPlatform.ts';

/** Whether a number is SF's, by its form since 2019: older ones look like many other carriers'. Without network. */
export async function recognise(waybillNo: string): Promise<PlatformReply<readonly string[]>> {
  return happened(carrierRow('SF')?.strict?.test(waybillNo) ? ['SF'] : []);
}
