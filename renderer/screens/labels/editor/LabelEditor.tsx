import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type LabelTemplateContent,
  type TemplateElementKind,
  templateLimits,
} from '../../../../shared/domain/printing/labelTemplate.ts';
import { failureOf } from '../../../bridge/failureOf.ts';
import { questions, type TemplatePreview } from '../../../bridge/questions.ts';
import { BitmapCanvas } from '../../../parts/BitmapCanvas.tsx';
import { IconButton } from '../../../parts/Button.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { StateMark } from '../../../parts/StateMark.tsx';
import { useDraft, useSettled } from '../../../parts/view.ts';
import type { AreaSides } from './boxes.ts';
import { EditorHead } from './EditorHead.tsx';
import { ElementFields } from './ElementFields.tsx';
import { AddBar, ElementList } from './ElementList.tsx';
import { useElementWords } from './elementWords.ts';
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
  const words = t('labelEditor.kind.text');
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

/** Orders a template is looked at with: an everyday one, one with long text, one with little, one paid on delivery. */
const previewSamples = ['ordinary', 'long', 'bare', 'cod'] as const;
type PreviewSample = (typeof previewSamples)[number];
type PreviewDpi = 203 | 300;

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
        width={150}
        value={props.sample}
        options={previewSamples.map((value) => ({ value, label: t(`labelEditor.sampleName.${value}`) }))}
        onChange={props.onSample}
      />
      <SelectField
        label={t('settings.resolution')}
        isLabelHidden
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
  const preview = useQuery(questions.templatePreview({ content: useSettled(content, restMs), dpi, sample }));
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

interface EditorSideProps {
  readonly content: LabelTemplateContent;
  readonly area: AreaSides;
  readonly preview: TemplatePreview | undefined;
  readonly selectedId: string | null;
  onChange: ChangeElement;
  onReorder(by: 1 | -1): void;
  onDuplicate(): void;
  onRemove(): void;
  onDone(): void;
}

function WholeLabel({ preview }: { readonly preview: TemplatePreview | undefined }) {
  const { t } = useTranslation();
  return (
    <aside className="panel detail editor-side" aria-label={t('labelEditor.wholeLabel')}>
      <p className="soft small">{t('labelEditor.hands')}</p>
      {preview !== undefined && <BitmapCanvas {...preview.bitmap} label={t('labelEditor.wholeLabel')} />}
    </aside>
  );
}

/** Beside the stage: the chosen element, or the whole label while none is chosen. */
function EditorSide(props: EditorSideProps) {
  const { t } = useTranslation();
  const words = useElementWords();
  const element = props.content.elements.find(({ id }) => id === props.selectedId);
  if (element === undefined) return <WholeLabel preview={props.preview} />;
  const problem = props.preview?.problems.find(({ elementId }) => elementId === element.id)?.problem;
  return (
    <aside className="panel detail editor-side" aria-label={words.kind(element)}>
      <header className="line">
        <strong className="grow">{words.kind(element)}</strong>
        <IconButton icon="up" label={t('labelEditor.forward')} onPress={() => props.onReorder(1)} />
        <IconButton icon="down" label={t('labelEditor.backward')} onPress={() => props.onReorder(-1)} />
        <IconButton icon="copy" label={t('labelEditor.duplicate')} onPress={props.onDuplicate} />
        <IconButton icon="trash" label={t('labelEditor.removeElement')} onPress={props.onRemove} />
        <IconButton icon="close" label={t('labelEditor.unselect')} onPress={props.onDone} />
      </header>
      {problem !== undefined && (
        <div className="stack-tight">
          <div>
            <StateMark tone="note" label={t(`labelEditor.problem.${problem}`)} />
          </div>
          <p className="soft small">{t(`labelEditor.problemNote.${problem}`)}</p>
        </div>
      )}
      <ElementFields key={element.id} element={element} area={props.area} onChange={props.onChange} />
    </aside>
  );
}
