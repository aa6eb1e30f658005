import type {
  ElementTextStyle,
  LabelTemplateContent,
  TemplateElement,
  TemplateElementKind,
} from '../../../../shared/domain/printing/labelTemplate.ts';
import { type AreaSides, type ElementBox, keepInside } from './boxes.ts';

/** Edits of a template, each a new content; one that changes nothing gives the same object back. */

export function addElement(content: LabelTemplateContent, element: TemplateElement): LabelTemplateContent {
  return { ...content, elements: [...content.elements, element] };
}

export function changeElement(
  content: LabelTemplateContent,
  id: string,
  change: (element: TemplateElement) => TemplateElement,
): LabelTemplateContent {
  let isChanged = false;
  const elements = content.elements.map((element) => {
    if (element.id !== id) return element;
    const changed = change(element);
    isChanged ||= changed !== element;
    return changed;
  });
  return isChanged ? { ...content, elements } : content;
}

const isSameBox = (one: ElementBox, other: ElementBox): boolean =>
  one.left === other.left &&
  one.top === other.top &&
  one.width === other.width &&
  one.height === other.height;

export function placeElement(
  content: LabelTemplateContent,
  id: string,
  box: ElementBox,
): LabelTemplateContent {
  const { left, top, width, height } = box;
  return changeElement(content, id, (element) =>
    isSameBox(element, box) ? element : { ...element, left, top, width, height },
  );
}

export function removeElement(content: LabelTemplateContent, id: string): LabelTemplateContent {
  const elements = content.elements.filter((element) => element.id !== id);
  return elements.length === content.elements.length ? content : { ...content, elements };
}

/** How far a copy lies from what it was made of: 2 mm. */
const copyShift = 20;

/** A copy a little aside, on top of everything; its id is given back with it. */
export function duplicateElement(
  content: LabelTemplateContent,
  id: string,
  area: AreaSides,
): { readonly content: LabelTemplateContent; readonly id: string } {
  const original = content.elements.find((element) => element.id === id);
  if (original === undefined) return { content, id };
  const copyId = freeElementId(content);
  const box = keepInside(
    { ...original, left: original.left + copyShift, top: original.top + copyShift },
    area,
  );
  return { content: addElement(content, { ...original, ...box, id: copyId }), id: copyId };
}

/** One place towards the front (drawn later, over the others) or the back. */
export function reorderElement(content: LabelTemplateContent, id: string, by: 1 | -1): LabelTemplateContent {
  const from = content.elements.findIndex((element) => element.id === id);
  const to = from + by;
  const moved = content.elements[from];
  if (moved === undefined || to < 0 || to >= content.elements.length) return content;
  const others = content.elements.filter((element) => element.id !== id);
  return { ...content, elements: [...others.slice(0, to), moved, ...others.slice(to)] };
}

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

/** Each new element is put this far from one that is where it would. */
const cascade = 20;

/** The lowest number no element of the template has. */
export function freeElementId(content: LabelTemplateContent): string {
  const taken = new Set(content.elements.map(({ id }) => id));
  let number = content.elements.length + 1;
  while (taken.has(`e${number}`)) number += 1;
  return `e${number}`;
}

/** The place for something new: top left, moved aside while another element begins just there. */
function freeBox(
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

/** Changes the chosen element; steps of one tag right after each other are taken back as one. */
export type ChangeElement = (change: (element: TemplateElement) => TemplateElement, tag: string) => void;

/** Changes a part of an element, as long as it is of that kind. */
export const partOf =
  <K extends TemplateElementKind>(kind: K, part: Partial<Extract<TemplateElement, { kind: K }>>) =>
  (element: TemplateElement): TemplateElement =>
    element.kind === kind ? { ...element, ...part } : element;
