import { type DragEvent, useState } from 'react';

/** What may be dragged on the mapping page, as types of the drag's own data. A file from a folder is neither. */
export const dragKinds = {
  column: 'application/x-shipdesk-column',
  field: 'application/x-shipdesk-field',
} as const;

/** Takes what is dragged of one kind, and tells while it hangs above. */
export function useDropOf(kind: keyof typeof dragKinds, onTaken: (dragged: string) => void) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    target: {
      onDragOver(event: DragEvent) {
        if (!event.dataTransfer.types.includes(dragKinds[kind])) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop(event: DragEvent) {
        setOver(false);
        const dragged = event.dataTransfer.getData(dragKinds[kind]);
        if (dragged === '') return;
        event.preventDefault();
        event.stopPropagation();
        onTaken(dragged);
      },
    },
  };
}
