import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import type { HandedFile } from '../../../shared/contracts/bridge.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { importQueue, useImportQueue } from '../../bridge/importQueue.ts';
import { pageBridge } from '../../bridge/page.ts';
import { say } from '../../parts/feedback/Toasts.tsx';
import { go, usePlace } from '../../parts/place.ts';
import { useDescribe } from '../../words/describe.ts';
import { isKnownFile } from './openQuestions.ts';

interface KnownDrop {
  /** Items of the import queue that were taken in at once; empty: no strip. */
  readonly itemIds: readonly string[];
  /** Where the operator was: the strip is there, and on the way to Correct and back. */
  readonly step: number;
  /** Whoever dropped them was led on to Correct, once. */
  readonly isLed: boolean;
  take(itemIds: readonly string[], step: number): void;
  leadOn(): void;
  close(): void;
}

/** The last files that were dropped beside the Import screen and needed no question. */
export const useKnownDrop = create<KnownDrop>((set) => ({
  itemIds: [],
  step: 0,
  isLed: false,
  take: (itemIds, step) => set({ itemIds, step, isLed: false }),
  leadOn: () => set({ isLed: true }),
  close: () => set({ itemIds: [] }),
}));

/** Known files are taken in where the operator is; with any other among them, Import shows what has to be said of each. */
async function takeFiles(files: readonly HandedFile[]): Promise<void> {
  const ids = await importQueue.addFiles(files);
  const { items } = useImportQueue.getState();
  // The sheets of a workbook are in the queue as further items.
  const tokens = items.filter(({ id }) => ids.includes(id)).map(({ fileToken }) => fileToken);
  const taken = items.filter(({ id, fileToken }) => ids.includes(id) || tokens.includes(fileToken));
  if (taken.length === 0) return;
  if (!taken.every(isKnownFile)) return go('import');
  const itemIds = taken.map(({ id }) => id);
  useKnownDrop.getState().take(itemIds, usePlace.getState().place.step);
  importQueue.start(itemIds);
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** A file may be dropped anywhere in the window; places that take files of their own come first. */
export function useFileDrops(): void {
  const { t } = useTranslation();
  const describe = useDescribe();
  useEffect(() => {
    const isTakenElsewhere = (event: DragEvent): boolean =>
      event.defaultPrevented || !hasFiles(event) || document.querySelector('dialog[open]') !== null;
    const onDragOver = (event: DragEvent): void => {
      if (!isTakenElsewhere(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      if (isTakenElsewhere(event)) return;
      event.preventDefault();
      pageBridge()
        .handFiles([...(event.dataTransfer?.files ?? [])])
        .then((files) =>
          files.length > 0
            ? takeFiles(files)
            : say({ tone: 'failed', says: t('imports.notAFile'), next: t('imports.notAFileNext') }),
        )
        .catch((error: unknown) => {
          const { code, params } = failureOf(error);
          say({ tone: 'failed', ...describe(code, params), code });
        });
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [t, describe]);
}
