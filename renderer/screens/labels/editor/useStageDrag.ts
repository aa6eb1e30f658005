import { type PointerEvent, useState } from 'react';
import {
  type AreaSides,
  type ElementBox,
  type Grip,
  keepInside,
  resizeBox,
  type SnapLine,
  snapBox,
} from './boxes.ts';

interface StageDrag {
  readonly id: string;
  readonly grip: Grip | null;
  readonly fromX: number;
  readonly fromY: number;
  readonly start: ElementBox;
  readonly box: ElementBox;
  readonly lines: readonly SnapLine[];
}

interface DragParts {
  readonly elements: readonly (ElementBox & { readonly id: string })[];
  readonly area: AreaSides;
  readonly pxPerTenth: number;
  onDrop(id: string, box: ElementBox): void;
}

/** Below this a press was a click, not a move. */
const stillPx = 3;

function moved(drag: StageDrag, event: PointerEvent, { elements, area, pxPerTenth }: DragParts): StageDrag {
  const by = {
    x: (event.clientX - drag.fromX) / pxPerTenth,
    y: (event.clientY - drag.fromY) / pxPerTenth,
  };
  if (drag.grip !== null) return { ...drag, box: resizeBox(drag.start, drag.grip, by, area), lines: [] };
  const free = keepInside({ ...drag.start, left: drag.start.left + by.x, top: drag.start.top + by.y }, area);
  // Alt is the usual key for "just here, please".
  if (event.altKey) return { ...drag, box: free, lines: [] };
  const others = elements.filter(({ id }) => id !== drag.id);
  return { ...drag, ...snapBox(free, others, area) };
}

/**
 * Moving and resizing by hand. While it lasts only an outline moves, here in the page; the label is drawn anew once, when the
 * element is let go.
 */
export function useStageDrag(parts: DragParts) {
  const [drag, setDrag] = useState<StageDrag | null>(null);
  return {
    drag,
    cancel: () => setDrag(null),
    begin(event: PointerEvent<HTMLElement>, id: string, grip: Grip | null): void {
      const element = parts.elements.find((one) => one.id === id);
      if (element === undefined || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const { left, top, width, height } = element;
      const start = { left, top, width, height };
      setDrag({ id, grip, fromX: event.clientX, fromY: event.clientY, start, box: start, lines: [] });
    },
    move(event: PointerEvent): void {
      if (drag === null) return;
      const isStill =
        drag.box === drag.start &&
        Math.hypot(event.clientX - drag.fromX, event.clientY - drag.fromY) < stillPx;
      if (!isStill) setDrag(moved(drag, event, parts));
    },
    end(): void {
      if (drag === null) return;
      setDrag(null);
      if (drag.box !== drag.start) parts.onDrop(drag.id, drag.box);
    },
  };
}
