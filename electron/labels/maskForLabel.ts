import type { LabelDocument, LabelParty } from '../../shared/domain/printing/labelDocument.ts';
import { maskDetail, maskName, maskPhoneForLabel } from '../../shared/rules/mask.ts';
import { hiddenParts, redactText } from '../privacy/redactText.ts';

/** `17012345678-8001`, `0755-12345678转801`; `0755-12345678` and `400-617-1205` have no extension. */
const withExtension = /^(.*[\d*]{7,})(?:转|-)(\d{1,6})$/;

/** Pictures and what colours or joins them; a keycap's digit is no picture. */
const pictures = /(?!\p{N})(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{RI}]|\u20E3|\uFE0F|\u200D)/gu;

/** Of a name that begins with a picture the first letter is shown, not the picture, which no label draws. */
function nameWithoutPictures(name: string): string {
  const plain = name.replace(pictures, '').trim();
  return plain === '' ? name : plain;
}

function maskParty(party: LabelParty): LabelParty {
  // Digits as wide as hanzi are digits.
  const phone = party.phone.normalize('NFKC');
  const [, number, extension] = withExtension.exec(phone) ?? [];
  return {
    ...party,
    name: maskName(nameWithoutPictures(party.name)),
    phone: party.isVirtualPhone ? party.phone : maskPhoneForLabel(number ?? phone, extension),
    detail: maskDetail(party.detail),
  };
}

/**
 * The document as a label shows it: names, phones and units of both parties hidden (GB/T 41833-2022). Barcodes, sort
 * code and goods stay, without persons named in them or in the remark; a lent number is nobody's and stays whole. Only a form that says `full` and why is left as it is.
 * Give it real data once: masking twice hides more.
 */
export function maskForLabel(document: LabelDocument): LabelDocument {
  const { privacy, receiver, orderNo, waybillNo } = document;
  if (privacy?.form === 'full' && privacy.reason.trim() !== '') return document;
  const context = { hidden: hiddenParts(receiver), kept: [orderNo, waybillNo].filter(Boolean) };
  return {
    ...document,
    sender: maskParty(document.sender),
    receiver: maskParty(receiver),
    goods: document.goods.map((item) => ({ ...item, name: redactText(item.name, context) })),
    remark: redactText(document.remark, context),
    privacy: { form: 'masked' },
  };
}
