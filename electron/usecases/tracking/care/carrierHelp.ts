import type { Answered, Asked } from '../../../../shared/contracts/contract.ts';
import { carrierName, carrierRow } from '../../../../shared/domain/carriers/carrierTable.ts';
import { done, type Outcome } from '../../../../shared/errors/outcome.ts';
import { say } from '../../../../shared/text/words.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { parcelByNumber } from './arrival.ts';

/**
 * Whom to call about a parcel that must stop, be redirected or hurry, and what to say. No platform here documents an interface for such
 * requests, so none is called.
 */
export async function carrierHelp(
  workspace: Workspace,
  { waybillNo, wish, language }: Asked<'parcelCare', 'carrierHelp'>,
): Promise<Outcome<Answered<'parcelCare', 'carrierHelp'>>> {
  const found = await parcelByNumber(workspace, waybillNo);
  if (!found.ok) return found;
  const { carrier, phoneTail, state } = found.value;
  const name = carrier === '' ? '' : carrierName(carrier, language);
  const words = say(language, `carrierHelp.${wish}`, { carrier: name, waybillNo: found.value.waybillNo });
  const tail = phoneTail === '' ? '' : say(language, 'carrierHelp.tail', { tail: phoneTail });
  return done({
    carrier,
    phone: carrierRow(carrier)?.servicePhone ?? '',
    text: [words, tail].filter((part) => part !== '').join(language === 'en' ? ' ' : ''),
    isTooLate: state === 'signed' || state === 'returned',
  });
}
