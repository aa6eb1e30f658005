import type { LabelDocument, LabelParty } from '../../shared/domain/labelDocument.ts';
import { maskDetail } from '../../shared/rules/maskDetail.ts';
import { maskName } from '../../shared/rules/maskName.ts';
import { maskPhoneForLabel } from '../../shared/rules/maskPhoneForLabel.ts';

function maskParty(party: LabelParty): LabelParty {
  const [phone = '', extension = ''] = party.phone.split('转');
  return {
    ...party,
    name: maskName(party.name),
    phone: maskPhoneForLabel(phone, extension),
    detail: maskDetail(party.detail),
  };
}

/**
 * The document as a privacy label shows it: names, phones and units of both parties hidden. Barcodes, sort
 * code and goods stay. Give it real data once: masking twice hides more.
 */
export function maskForLabel(document: LabelDocument): LabelDocument {
  return { ...document, sender: maskParty(document.sender), receiver: maskParty(document.receiver) };
}
