import type {
  ElementTextStyle,
  LabelTemplateContent,
  TemplateElement,
  TemplateElementKind,
} from '../../../../shared/domain/labelTemplate.ts';
import { type AreaSides, type ElementBox, keepInside } from './elementBox.ts';

/** 3 mm letters: what the standard layout prints remarks in. */
const plainStyle: ElementTextStyle = {
  fontTenthMm: 30,
  isBold: false,
  align: 'left',
  vertical: 'top',
  isInverted: false,
};

/** Sizes a new element begins with, tenths of a millimetre. */
const sizes: Readonly<Record<TemplateElementKind, readonly [number, number]>> = {
  text: [300, 40],
  variable: [300, 40],
  line: [400, 3],
  box: [300, 120],
  image: [150, 150],
  barcode: [400, 120],
  qr: [150, 150],
};

/** Each new element is put this far from one that lies where it would. */
const cascade = 20;

/** The lowest number no element of the template has. */
export function freeElementId(content: LabelTemplateContent): string {
  const taken = new Set(content.elements.map(({ id }) => id));
  let number = content.elements.length + 1;
  while (taken.has(`e${number}`)) number += 1;
  return `e${number}`;
}

/** The place for something new: top left, moved aside while another element begins just there. */
export function freeBox(
  size: readonly [number, number],
  elements: readonly ElementBox[],
  area: AreaSides,
): ElementBox {
  let at = cascade;
  while (at < area.height && elements.some(({ left, top }) => left === at && top === at)) at += cascade;
  return keepInside({ left: at, top: at, width: size[0], height: size[1] }, area);
}

/** An element of a kind as it begins. `words` is what a text says at first; a picture is named by `logoId`. */
export function newElement(
  kind: TemplateElementKind,
  content: LabelTemplateContent,
  area: AreaSides,
  given: { readonly words: string; readonly logoId?: string },
): TemplateElement {
  const placed = {
    id: freeElementId(content),
    ...freeBox(sizes[kind], content.elements, area),
    condition: { when: 'always' as const },
  };
  switch (kind) {
    case 'text':
      return { ...placed, kind, text: given.words, style: plainStyle };
    case 'variable':
      return { ...placed, kind, variable: 'orderNo', before: '', after: '', style: plainStyle };
    case 'line':
      return { ...placed, kind };
    case 'box':
      return { ...placed, kind, strokeTenthMm: 3 };
    case 'image':
      return { ...placed, kind, logoId: given.logoId ?? '' };
    case 'barcode':
      return { ...placed, kind, source: { kind: 'variable', variable: 'waybillNo' }, showsText: true };
    case 'qr':
      return { ...placed, kind, source: { kind: 'variable', variable: 'orderNo' } };
  }
}
