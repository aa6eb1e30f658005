import { useTranslation } from 'react-i18next';
import type { LabelTemplateContent } from '../../../../shared/domain/labelTemplate.ts';
import type { TemplatePreview } from '../../../bridge/queries/printQueries.ts';
import { BitmapCanvas } from '../../../parts/BitmapCanvas.tsx';
import { IconButton } from '../../../parts/Button.tsx';
import { StateMark } from '../../../parts/StateMark.tsx';
import type { AreaSides } from './boxes.ts';
import { ElementFields } from './ElementFields.tsx';
import { useElementWords } from './elementWords.ts';
import type { ChangeElement } from './templateEdits.ts';

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
export function EditorSide(props: EditorSideProps) {
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
            <StateMark tone="unsure" label={t(`labelEditor.problem.${problem}`)} />
          </div>
          <p className="soft small">{t(`labelEditor.problemNote.${problem}`)}</p>
        </div>
      )}
      <ElementFields key={element.id} element={element} area={props.area} onChange={props.onChange} />
    </aside>
  );
}
