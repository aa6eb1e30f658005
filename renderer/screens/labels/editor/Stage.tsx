import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  LabelTemplateContent,
  TemplateElement,
} from '../../../../shared/domain/printing/labelTemplate.ts';
import type { TemplatePreview } from '../../../bridge/questions.ts';
import { bytesOfBase64, paintBits } from '../../../parts/BitmapCanvas.tsx';
import { type AreaSides, type ElementBox, type Grip, grips, nudgeBox } from './boxes.ts';
import { useElementWords } from './elementWords.ts';
import { useStageDrag } from './useStageDrag.ts';

interface StageProps {
  readonly content: LabelTemplateContent;
  readonly area: AreaSides;
  readonly preview: TemplatePreview | undefined;
  readonly selectedId: string | null;
  onSelect(id: string | null): void;
  /** `tag` joins steps that belong together for whoever takes them back. */
  onPlace(id: string, box: ElementBox, tag: string): void;
  onRemove(id: string): void;
}

/** Room around the area, so that grips at its edge can be caught. */
const marginPx = 12;

/**
 * Pixels of the page for a tenth of a millimetre: as large as the room allows. Where a dot gets a pixel or more it gets
 * whole ones, else some lines of the label would be thicker than others.
 */
export function pxPerTenthIn(roomPx: AreaSides, area: AreaSides, dotsPerTenth: number | undefined): number {
  const largest = Math.max(0.2, Math.min(roomPx.width / area.width, roomPx.height / area.height));
  if (dotsPerTenth === undefined || largest < dotsPerTenth) return largest;
  return Math.floor(largest / dotsPerTenth) * dotsPerTenth;
}

function usePxPerTenth(area: AreaSides, dotsPerTenth: number | undefined) {
  const frame = useRef<HTMLDivElement>(null);
  const [pxPerTenth, setPxPerTenth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = (): void => {
      const room = {
        width: element.clientWidth - 2 * marginPx,
        height: element.clientHeight - 2 * marginPx,
      };
      setPxPerTenth(pxPerTenthIn(room, { width: area.width, height: area.height }, dotsPerTenth));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [area.width, area.height, dotsPerTenth]);
  return { frame, pxPerTenth };
}

/** The focus follows the choice, so that the arrow keys move what was chosen in the list as well. */
function useFocusOnSelected(selectedId: string | null, frame: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    if (selectedId === null) return;
    const focused = document.activeElement;
    const isFree = focused === document.body || frame.current?.contains(focused) === true;
    if (isFree) frame.current?.querySelector<HTMLElement>(`[data-element="${selectedId}"]`)?.focus();
  }, [selectedId, frame]);
}

/** The merchant area as it is printed, and on it the elements to be moved. */
export function Stage(props: StageProps) {
  const { content, area, preview, selectedId } = props;
  const { t } = useTranslation();
  const { frame, pxPerTenth } = usePxPerTenth(
    area,
    preview === undefined ? undefined : preview.area.width / area.width,
  );
  useFocusOnSelected(selectedId, frame);
  const hand = useStageDrag({
    elements: content.elements,
    area,
    pxPerTenth,
    onDrop: (id, box) => props.onPlace(id, box, ''),
  });
  const onKeyDown = (event: KeyboardEvent, element: TemplateElement): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isRemoving = event.key === 'Delete' || event.key === 'Backspace';
    const box = nudgeBox(element, event.key, event.shiftKey, area);
    if (event.key === 'Escape' && hand.drag !== null) hand.cancel();
    else if (isRemoving) props.onRemove(element.id);
    else if (box !== null) props.onPlace(element.id, box, `nudge-${element.id}`);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const problems = new Set(preview?.problems.map(({ elementId }) => elementId));
  const hidden = new Set(preview?.hidden);
  const px = (tenths: number): number => tenths * pxPerTenth;
  return (
    <div ref={frame} className="label-stage-frame">
      <fieldset
        className="label-stage"
        style={{ width: px(area.width), height: px(area.height) }}
        aria-label={t('labelEditor.stage')}
        onPointerDown={(event) => event.target === event.currentTarget && props.onSelect(null)}
        onPointerMove={hand.move}
        onPointerUp={hand.end}
        onPointerCancel={hand.cancel}
      >
        {preview !== undefined && <AreaCanvas preview={preview} />}
        {content.elements.map((element) => (
          <StageElement
            key={element.id}
            element={element}
            box={hand.drag?.id === element.id ? hand.drag.box : element}
            pxPerTenth={pxPerTenth}
            isSelected={element.id === selectedId}
            isDragged={hand.drag?.id === element.id}
            hasProblem={problems.has(element.id)}
            isHidden={hidden.has(element.id)}
            onBegin={(event, grip) => {
              props.onSelect(element.id);
              hand.begin(event, element.id, grip);
            }}
            onFocus={() => props.onSelect(element.id)}
            onKeyDown={(event) => onKeyDown(event, element)}
          />
        ))}
        {hand.drag?.lines.map(({ axis, at }) => (
          <i
            key={`${axis}${at}`}
            className={`snap-line snap-${axis}`}
            style={axis === 'x' ? { left: px(at) } : { top: px(at) }}
          />
        ))}
      </fieldset>
    </div>
  );
}

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
function StageElement(props: StageElementProps) {
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

/** The printed dots of the merchant area, cut out of the whole label. */
function AreaCanvas({ preview }: { readonly preview: TemplatePreview }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { bitmap, area } = preview;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const { widthDots, heightDots, bytesPerRow } = bitmap;
    const image = context.createImageData(widthDots, heightDots);
    paintBits(bytesOfBase64(bitmap.bitsBase64), widthDots, heightDots, bytesPerRow, image.data);
    context.putImageData(image, -area.left, -area.top, area.left, area.top, area.width, area.height);
  }, [bitmap, area]);
  return <canvas ref={canvas} className="stage-canvas" width={area.width} height={area.height} />;
}
