import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TemplateElementKind, templateLimits } from '../../../../shared/domain/labelTemplate.ts';
import { failureOf } from '../../../bridge/failureOf.ts';
import {
  labelTemplateQueries,
  type PreviewDpi,
  type PreviewSample,
  previewSamples,
} from '../../../bridge/queries/printQueries.ts';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { useDraft, useSettled } from '../../../parts/view.ts';
import type { AreaSides } from './boxes.ts';
import { EditorHead } from './EditorHead.tsx';
import { EditorSide } from './EditorSide.tsx';
import { AddBar, ElementList } from './ElementList.tsx';
import { Stage } from './Stage.tsx';
import { type EditorStart, editDraft, startDraft, type TemplateDraft } from './templateDraft.ts';
import {
  addElement,
  type ChangeElement,
  changeElement,
  duplicateElement,
  newElement,
  placeElement,
  removeElement,
  reorderElement,
} from './templateEdits.ts';

interface LabelEditorProps {
  readonly start: EditorStart;
  readonly area: AreaSides;
  onClose(): void;
}

/** Drawn anew once the hand has rested this long: a label takes some 10 ms, typing goes on meanwhile. */
const restMs = 120;

/** The name under which unsaved work is kept: it waits when the screen is left. */
export const draftName = ({ templateId, content }: EditorStart): string =>
  `labelTemplate:${templateId ?? `new:${content.size}`}`;

function useEdits(area: AreaSides, change: (next: (draft: TemplateDraft) => TemplateDraft) => void) {
  const { t } = useTranslation();
  const words = t('labelEditor.newText');
  return {
    select: (selectedId: string | null) =>
      change((draft) => (draft.selectedId === selectedId ? draft : { ...draft, selectedId })),
    add: useCallback(
      (kind: TemplateElementKind) =>
        change((draft) => {
          const { present } = draft.history;
          if (present.elements.length >= templateLimits.elements) return draft;
          const element = newElement(kind, present, area, { words });
          return { ...editDraft(draft, addElement(present, element)), selectedId: element.id };
        }),
      [change, area, words],
    ),
    change: (id: string, ...[how, tag]: Parameters<ChangeElement>) =>
      change((draft) =>
        editDraft(draft, changeElement(draft.history.present, id, how), tag && `${tag}-${id}`),
      ),
    place: (id: string, box: Parameters<typeof placeElement>[2], tag: string) =>
      change((draft) => editDraft(draft, placeElement(draft.history.present, id, box), tag)),
    remove: (id: string) => change((draft) => editDraft(draft, removeElement(draft.history.present, id))),
    reorder: (id: string, by: 1 | -1) =>
      change((draft) => editDraft(draft, reorderElement(draft.history.present, id, by))),
    duplicate: (id: string) =>
      change((draft) => {
        const copied = duplicateElement(draft.history.present, id, area);
        return { ...editDraft(draft, copied.content), selectedId: copied.id };
      }),
  };
}

function PreviewChoices(props: {
  readonly sample: PreviewSample;
  readonly dpi: PreviewDpi;
  onSample(sample: PreviewSample): void;
  onDpi(dpi: PreviewDpi): void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        label={t('labelEditor.sample')}
        isLabelHidden
        size="small"
        width={150}
        value={props.sample}
        options={previewSamples.map((value) => ({ value, label: t(`labelEditor.sampleName.${value}`) }))}
        onChange={(value) => props.onSample(value as PreviewSample)}
      />
      <SelectField
        label={t('settings.resolution')}
        isLabelHidden
        size="small"
        width={96}
        value={String(props.dpi)}
        options={['203', '300'].map((value) => ({ value, label: t('settings.dpi', { dpi: value }) }))}
        onChange={(value) => props.onDpi(value === '300' ? 300 : 203)}
      />
    </>
  );
}

/** The merchant area under the pen: its dots as they will be printed, elements to move, and what each says. */
export function LabelEditor({ start, area, onClose }: LabelEditorProps) {
  const { t } = useTranslation();
  const [draft, change, forget] = useDraft(draftName(start), startDraft(start));
  const [sample, setSample] = useState<PreviewSample>('ordinary');
  const [dpi, setDpi] = useState<PreviewDpi>(203);
  const content = draft.history.present;
  const preview = useQuery(labelTemplateQueries.preview(useSettled(content, restMs), dpi, sample));
  const edits = useEdits(area, change);
  const { selectedId } = draft;
  return (
    <section className="stack settings-fill label-editor" aria-label={t('labelEditor.title')}>
      <EditorHead draft={draft} change={change} forget={forget} edits={edits} onClose={onClose} />
      <div className="line">
        <AddBar onAdd={edits.add} />
        <span className="grow" />
        <PreviewChoices sample={sample} dpi={dpi} onSample={setSample} onDpi={setDpi} />
      </div>
      {preview.error !== null && <FailureNotice failure={failureOf(preview.error)} />}
      <div className="beside">
        <div className="editor-main">
          <Stage
            content={content}
            area={area}
            preview={preview.data}
            selectedId={selectedId}
            onSelect={edits.select}
            onPlace={edits.place}
            onRemove={edits.remove}
          />
          <ElementList
            elements={content.elements}
            preview={preview.data}
            selectedId={selectedId}
            onSelect={edits.select}
          />
        </div>
        <EditorSide
          content={content}
          area={area}
          preview={preview.data}
          selectedId={selectedId}
          onChange={(how, tag) => selectedId !== null && edits.change(selectedId, how, tag)}
          onReorder={(by) => selectedId !== null && edits.reorder(selectedId, by)}
          onDuplicate={() => selectedId !== null && edits.duplicate(selectedId)}
          onRemove={() => selectedId !== null && edits.remove(selectedId)}
          onDone={() => edits.select(null)}
        />
      </div>
    </section>
  );
}
