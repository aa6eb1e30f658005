import { useTranslation } from 'react-i18next';
import type { TemplateElement } from '../../../../shared/domain/labelTemplate.ts';
import type { TemplatePreview } from '../../../bridge/queries/labelTemplateQueries.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { useElementWords } from './useElementWords.ts';

interface ElementListProps {
  readonly elements: readonly TemplateElement[];
  readonly preview: TemplatePreview | undefined;
  readonly selectedId: string | null;
  onSelect(id: string): void;
}

/** Every element by name, with what is wrong with it: how to reach one that lies under another. */
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
              {problem !== undefined && (
                <StateMark tone="unsure" label={t(`labelEditor.problem.${problem}`)} />
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
