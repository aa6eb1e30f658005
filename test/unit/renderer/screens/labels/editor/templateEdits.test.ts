import { describe, expect, test } from 'vitest';
import {
  addElement,
  changeElement,
  duplicateElement,
  freeElementId,
  newElement,
  placeElement,
  removeElement,
  reorderElement,
} from '../../../../../../renderer/screens/labels/editor/templateEdits.ts';
import type {
  LabelTemplateContent,
  TemplateElementKind,
} from '../../../../../../shared/domain/printing/labelTemplate.ts';
import { labelTemplateContentSchema } from '../../../../../../shared/domain/printing/labelTemplateSchema.ts';

const area = { width: 725, height: 325 };
const empty: LabelTemplateContent = { size: '76x130', elements: [] };
const kinds: readonly TemplateElementKind[] = ['text', 'variable', 'line', 'box', 'image', 'barcode', 'qr'];
const given = { words: '文字', logoId: 'logo-1' };
const add = (content: LabelTemplateContent, kind: TemplateElementKind): LabelTemplateContent =>
  addElement(content, newElement(kind, content, area, given));
const three = add(add(add(empty, 'text'), 'line'), 'qr');
const ids = ({ elements }: LabelTemplateContent): readonly string[] => elements.map(({ id }) => id);

describe('a new element', () => {
  test('of every kind is one the core takes', () => {
    const content = kinds.reduce(add, empty);
    expect(labelTemplateContentSchema.safeParse(content).success).toBe(true);
  });

  test('does not cover one that was just added', () => {
    const content = Array.from({ length: 8 }).reduce<LabelTemplateContent>(
      (before) => add(before, 'text'),
      empty,
    );
    expect(new Set(content.elements.map(({ left, top }) => `${left} ${top}`)).size).toBe(8);
  });

  test('lies inside the area, however many there are', () => {
    const content = Array.from({ length: 40 }).reduce<LabelTemplateContent>(
      (before) => add(before, 'box'),
      empty,
    );
    for (const { left, top, width, height } of content.elements) {
      expect(left + width).toBeLessThanOrEqual(area.width);
      expect(top + height).toBeLessThanOrEqual(area.height);
    }
  });

  test('never takes the id of one that is there', () => {
    expect(freeElementId(removeElement(three, 'e1'))).toBe('e4');
  });
});

describe('edits of a template', () => {
  test('an edit that changes nothing is no edit', () => {
    const [first] = three.elements;
    expect(placeElement(three, 'e1', { ...first! })).toBe(three);
    expect(changeElement(three, 'nobody', (element) => ({ ...element, left: 1 }))).toBe(three);
    expect(removeElement(three, 'nobody')).toBe(three);
    expect(reorderElement(three, 'e3', 1)).toBe(three);
  });

  test('a copy has an id of its own and lies beside its original, also at the edge', () => {
    const edge = placeElement(three, 'e3', { left: 575, top: 175, width: 150, height: 150 });
    const { content, id } = duplicateElement(edge, 'e3', area);
    expect(id).toBe('e4');
    expect(content.elements.at(-1)).toMatchObject({ id: 'e4', kind: 'qr', left: 575, top: 175 });
    expect(duplicateElement(three, 'e1', area).content.elements.at(-1)).toMatchObject({ left: 40, top: 40 });
  });

  test('what is moved to the front is drawn later', () => {
    expect(ids(reorderElement(three, 'e1', 1))).toEqual(['e2', 'e1', 'e3']);
    expect(ids(reorderElement(three, 'e3', -1))).toEqual(['e1', 'e3', 'e2']);
  });
});
