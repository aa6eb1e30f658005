import { type DragEvent, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../bridge/failureOf.ts';
import { importQueue } from '../../bridge/importQueue.ts';
import { pageBridge } from '../../bridge/pageBridge.ts';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { isTextField } from '../../parts/isTextField.ts';
import { useDescribe } from '../../words/useDescribe.ts';

/** Cells need a tab or a line break; a single word is no table. */
const looksLikeRows = (text: string): boolean => /[\t\n]/.test(text.trim());

const pathsOf = (files: FileList): string[] =>
  [...files].map((file) => pageBridge().pathForFile(file)).filter((path) => path !== '');

/** Everything that brings rows onto the screen: dropped files, chosen files, files or cells from the clipboard. */
export function useIntake() {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const describe = useDescribe();
  const [isOver, setOver] = useState(false);
  const addPaths = useCallback(
    (paths: readonly string[]) =>
      void importQueue.addPaths(paths).catch((error: unknown) => {
        const failure = failureOf(error);
        say({ tone: 'failed', ...describe(failure.code, failure.params), code: failure.code });
      }),
    [say, describe],
  );
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { clipboardData } = event;
      if (clipboardData === null || isTextField(document.activeElement)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const paths = pathsOf(clipboardData.files);
      const pasted = clipboardData.getData('text/plain');
      if (paths.length > 0) addPaths(paths);
      else if (looksLikeRows(pasted)) void importQueue.addPasted(pasted, t('imports.pasted'));
      else say({ tone: 'failed', says: t('imports.notRows'), next: t('imports.notRowsNext') });
      event.preventDefault();
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [addPaths, say, t]);
  const drop = (event: DragEvent): void => {
    setOver(false);
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    const paths = pathsOf(event.dataTransfer.files);
    if (paths.length === 0)
      say({ tone: 'failed', says: t('imports.notAFile'), next: t('imports.notAFileNext') });
    else addPaths(paths);
  };
  return {
    isOver,
    addPaths,
    target: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        if (event.currentTarget === event.target) setOver(false);
      },
      onDrop: drop,
    },
  };
}
