import { describe, expect, test } from 'vitest';
import {
  editDraft,
  isUnsaved,
  keptDraft,
  redoDraft,
  startDraft,
  undoDraft,
} from '../../../../../../renderer/screens/labels/editor/templateDraft.ts';
import type { LabelTemplateContent } from '../../../../../../shared/domain/printing/labelTemplate.ts';

const line = {
  id: 'e1',
  kind: 'line',
  left: 0,
  top: 0,
  width: 100,
  height: 3,
  condition: { when: 'always' },
} as const;
const saved: LabelTemplateContent = { size: '76x130', elements: [line] };
const without: LabelTemplateContent = { size: '76x130', elements: [] };
const start = startDraft({ templateId: 't1', version: 3, name: '双十一', content: saved });

describe('a template under the pen', () => {
  test('a new one is unsaved from the start, a saved one only once it was changed', () => {
    expect(isUnsaved(startDraft({ templateId: null, version: 0, name: '', content: saved }))).toBe(true);
    expect(isUnsaved(start)).toBe(false);
    expect(isUnsaved({ ...start, name: '双十二' })).toBe(true);
    expect(isUnsaved(editDraft(start, without))).toBe(true);
  });

  test('taking every step back makes it as it was saved', () => {
    expect(isUnsaved(undoDraft(editDraft(start, without)))).toBe(false);
  });

  test('an element that a step back removes is no longer chosen', () => {
    const added = { ...editDraft(startDraft({ ...start.saved, content: without }), saved), selectedId: 'e1' };
    expect(undoDraft(added).selectedId).toBeNull();
    expect(redoDraft({ ...undoDraft(added), selectedId: null }).history.present).toBe(saved);
  });

  test('saving makes the next version the base, and steps can still be taken back', () => {
    const kept = keptDraft(editDraft(start, without), {
      id: 't1',
      name: '双十一',
      size: '76x130',
      version: 4,
      isDefault: true,
      updatedAt: 0,
      content: { size: '76x130', elements: [] },
    });
    expect(isUnsaved(kept)).toBe(false);
    expect(kept.saved.version).toBe(4);
    expect(isUnsaved(undoDraft(kept))).toBe(true);
  });
});
