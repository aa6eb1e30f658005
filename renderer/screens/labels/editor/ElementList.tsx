import { useTranslation } from 'react-i18next';
import type {
  TemplateElement,
  TemplateElementKind,
} from '../../../../shared/domain/printing/labelTemplate.ts';
import type { TemplatePreview } from '../../../bridge/questions.ts';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { lettersOf } from '../../../parts/letters.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { useElementWords } from './elementWords.ts';

interface ElementListProps {
  readonly elements: readonly TemplateElement[];
  readonly preview: TemplatePreview | undefined;
  readonly selectedId: string | null;
  onSelect(id: string): void;
}

/** Every element by name, with what is wrong with it: how to reach one that is under another. */
export function ElementList({ elements, preview, selectedId, onSelect }: ElementListProps) {
  const { t } = useTranslation();
  const words = useElementWords();
  return (
    <ul className="plain-list element-list" aria-label={t('labelEditor.elements')}>
      {elements.map((element) => {
        const problem = preview?.problems.find(({ elementId }) => elementId === element.id)?.problem;
        return (
          <li key={element.id}>
            <button
              type="button"
              className="element-row"
              aria-pressed={element.id === selectedId}
              onClick={() => onSelect(element.id)}
            >
              <span className="soft small">{words.kind(element)}</span>
              <span className="element-words">{words.content(element)}</span>
              {preview?.hidden.includes(element.id) === true && (
                <StateMark tone="rest" label={t('labelEditor.hiddenNow')} />
              )}
              {problem !== undefined && <StateMark tone="note" label={t(`labelEditor.problem.${problem}`)} />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What can be put on a label, each with its key. */
const kinds = [
  'text',
  'variable',
  'line',
  'box',
  'image',
  'barcode',
  'qr',
] as const satisfies readonly TemplateElementKind[];

export function AddBar({ onAdd }: { onAdd(kind: TemplateElementKind): void }) {
  const { t } = useTranslation();
  return (
    <div className="line" role="toolbar" aria-label={t('labelEditor.addBar')}>
      {kinds.map((kind) => (
        <KeyButton
          key={kind}
          size="small"
          icon="plus"
          combo={lettersOf.labels[kind]}
          says={t('labelEditor.add', { kind: t(`labelEditor.kind.${kind}`) })}
          onPress={() => onAdd(kind)}
        >
          {t(`labelEditor.kind.${kind}`)}
        </KeyButton>
      ))}
    </div>
  );
}
