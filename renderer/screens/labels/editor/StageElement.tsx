import type { KeyboardEvent, PointerEvent } from 'react';
import type { TemplateElement } from '../../../../shared/domain/labelTemplate.ts';
import type { ElementBox } from './elementBox.ts';
import { type Grip, grips } from './resizeBox.ts';
import { useElementWords } from './useElementWords.ts';

interface StageElementProps {
  readonly element: TemplateElement;
  /** Where it is just now, while it is dragged too. */
  readonly box: ElementBox;
  readonly pxPerTenth: number;
  readonly isSelected: boolean;
  readonly isDragged: boolean;
  readonly hasProblem: boolean;
  readonly isHidden: boolean;
  onBegin(event: PointerEvent<HTMLElement>, grip: Grip | null): void;
  onFocus(): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** The outline of an element over its dots: a button that arrow keys and the mouse move. */
export function StageElement(props: StageElementProps) {
  const { element, box, pxPerTenth } = props;
  const words = useElementWords();
  const look = [
    'stage-element',
    props.isSelected ? 'stage-selected' : '',
    props.isDragged ? 'stage-dragged' : '',
    props.hasProblem ? 'stage-problem' : '',
    props.isHidden ? 'stage-hidden' : '',
  ];
  return (
    <div
      className={look.filter(Boolean).join(' ')}
      style={{
        left: box.left * pxPerTenth,
        top: box.top * pxPerTenth,
        width: box.width * pxPerTenth,
        height: box.height * pxPerTenth,
      }}
    >
      <button
        type="button"
        className="stage-body"
        data-element={element.id}
        aria-label={`${words.kind(element)} ${words.content(element)}`}
        aria-pressed={props.isSelected}
        onPointerDown={(event) => props.onBegin(event, null)}
        onFocus={props.onFocus}
        onKeyDown={props.onKeyDown}
      />
      {props.isSelected &&
        grips.map((grip) => (
          <i
            key={grip}
            className={`stage-grip grip-${grip}`}
            onPointerDown={(event) => props.onBegin(event, grip)}
          />
        ))}
    </div>
  );
}
