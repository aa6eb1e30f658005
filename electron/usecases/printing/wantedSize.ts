import type { LabelSize } from '../../../shared/domain/labelDocument.ts';
import type { Repositories } from '../../store/store.ts';
import { printRulesOf } from './printRules.ts';

export interface SizeWish {
  /** What a person chose for this label; empty: nobody did. */
  readonly asked: LabelSize | '';
  readonly carrier: string;
}

/** The paper a label must be printed on: what was chosen for it, else its carrier's; empty: whatever its printer holds. */
export async function wantedSize(
  read: Pick<Repositories, 'settings'>,
  { asked, carrier }: SizeWish,
): Promise<LabelSize | ''> {
  if (asked !== '') return asked;
  const { carrierSizes } = await printRulesOf(read);
  return carrierSizes.find((known) => known.carrier === carrier)?.size ?? '';
}
