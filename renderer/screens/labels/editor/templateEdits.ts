import type { LabelTemplateContent, TemplateElement } from '../../../../shared/domain/labelTemplate.ts';
import { type AreaSides, type ElementBox, keepInside } from './elementBox.ts';
import { freeElementId } from './newElement.ts';

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
