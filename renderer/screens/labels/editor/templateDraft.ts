import type { LabelTemplateDetail } from '../../../../shared/contracts/labels.ts';
import type { LabelTemplateContent } from '../../../../shared/domain/printing/labelTemplate.ts';
import {
  type EditHistory,
  pushEdit,
  redoEdit,
  startHistory,
  undoEdit,
} from '../../../parts/view/editHistory.ts';

/** What an editor begins with: a saved version, or the standard layout under a new name (`templateId` null). */
export interface EditorStart {
  readonly templateId: string | null;
  readonly version: number;
  readonly name: string;
  readonly content: LabelTemplateContent;
}

/** A template under the pen: nothing of it is printed before it is saved. */
export interface TemplateDraft {
  readonly saved: EditorStart;
  readonly name: string;
  readonly history: EditHistory<LabelTemplateContent>;
  readonly selectedId: string | null;
}

export function startDraft(saved: EditorStart): TemplateDraft {
  return { saved, name: saved.name, history: startHistory(saved.content), selectedId: null };
}

/** A new template is unsaved from the start. */
export function isUnsaved({ saved, name, history }: TemplateDraft): boolean {
  return saved.templateId === null || name !== saved.name || history.present !== saved.content;
}

/** A step back or forward may have removed the chosen element. */
function keepSelection(draft: TemplateDraft): TemplateDraft {
  const isThere = draft.history.present.elements.some(({ id }) => id === draft.selectedId);
  return isThere || draft.selectedId === null ? draft : { ...draft, selectedId: null };
}

export function editDraft(draft: TemplateDraft, content: LabelTemplateContent, tag = ''): TemplateDraft {
  return keepSelection({ ...draft, history: pushEdit(draft.history, content, tag) });
}

export function undoDraft(draft: TemplateDraft): TemplateDraft {
  return keepSelection({ ...draft, history: undoEdit(draft.history) });
}

export function redoDraft(draft: TemplateDraft): TemplateDraft {
  return keepSelection({ ...draft, history: redoEdit(draft.history) });
}

/** The core took this version. Steps can still be taken back, also to before it. */
export function keptDraft(draft: TemplateDraft, detail: LabelTemplateDetail): TemplateDraft {
  return {
    ...draft,
    saved: {
      templateId: detail.id,
      version: detail.version,
      name: detail.name,
      content: draft.history.present,
    },
    name: detail.name,
  };
}
