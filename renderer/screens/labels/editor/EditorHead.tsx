import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelTemplateDetail } from '../../../../shared/contracts/labels.ts';
import { ask, core } from '../../../bridge/core.ts';
import { failureOf } from '../../../bridge/failureOf.ts';
import { questions } from '../../../bridge/questions.ts';
import { BitmapCanvas } from '../../../parts/BitmapCanvas.tsx';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { StateMark } from '../../../parts/StateMark.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { useAct } from '../../../work/useAct.ts';
import {
  isUnsaved,
  keptDraft,
  redoDraft,
  startDraft,
  type TemplateDraft,
  undoDraft,
} from './templateDraft.ts';

interface EditorHeadProps {
  readonly draft: TemplateDraft;
  readonly edits: { select(id: string | null): void; duplicate(id: string): void };
  change(next: (draft: TemplateDraft) => TemplateDraft): void;
  forget(): void;
  onClose(): void;
}

/** Saving makes a new version; labels already queued keep the one they were made with. */
function useSave({ draft, change, forget }: Pick<EditorHeadProps, 'draft' | 'change' | 'forget'>) {
  const { t } = useTranslation();
  return useAct(
    (isCopy: boolean) =>
      core.labelTemplates.save({
        templateId: isCopy ? null : draft.saved.templateId,
        baseVersion: isCopy ? 0 : draft.saved.version,
        name: draft.name.trim(),
        content: draft.history.present,
      }),
    {
      says: (detail) => t('labelEditor.saved', { name: detail.name, version: detail.version }),
      after: (detail) => {
        change((before) => keptDraft(before, detail));
        forget();
      },
      isShownInPlace: true,
    },
  );
}

/** Name, state, steps back and forth, versions and saving. */
export function EditorHead({ draft, change, forget, edits, onClose }: EditorHeadProps) {
  const { t } = useTranslation();
  const save = useSave({ draft, change, forget });
  const { past, future } = draft.history;
  const canSave = isUnsaved(draft) && draft.name.trim() !== '' && !save.isPending;
  const leave = (): void => (draft.selectedId === null ? onClose() : edits.select(null));
  useKeys([
    {
      combo: 'Ctrl+d',
      says: t('labelEditor.duplicate'),
      run: () => draft.selectedId !== null && edits.duplicate(draft.selectedId),
    },
    { combo: 'Escape', says: t('keys.back'), run: leave },
  ]);
  const failure = save.error === null ? null : failureOf(save.error);
  return (
    <>
      <header className="line editor-head">
        <Button look="quiet" icon="back" label={t('labelEditor.toList')} onPress={onClose} />
        <TextField
          label={t('labelEditor.name')}
          isLabelHidden
          placeholder={t('labelEditor.name')}
          maxLength={40}
          value={draft.name}
          onChange={(name) => change((before) => ({ ...before, name }))}
        />
        <span className="soft small">
          {t('settings.sizeMm', { size: draft.history.present.size.replace('x', ' × ') })}
        </span>
        {isUnsaved(draft) ? (
          <StateMark tone="note" label={t('labelEditor.unsaved')} />
        ) : (
          <StateMark tone="done" label={t('labelEditor.versionNo', { number: draft.saved.version })} />
        )}
        <span className="grow" />
        <KeyButton combo="Ctrl+z" isDisabled={past.length === 0} onPress={() => change(undoDraft)}>
          {t('common.undo')}
        </KeyButton>
        <KeyButton combo="Ctrl+y" isDisabled={future.length === 0} onPress={() => change(redoDraft)}>
          {t('common.redo')}
        </KeyButton>
        {draft.saved.templateId !== null && (
          <Versions draft={draft} templateId={draft.saved.templateId} change={change} forget={forget} />
        )}
        <KeyButton look="primary" combo="Ctrl+s" isDisabled={!canSave} {...save.press(false)}>
          {t('common.save')}
        </KeyButton>
      </header>
      {failure !== null && (
        <FailureNotice failure={failure}>
          {failure.code === 'LABEL_TEMPLATE_CHANGED_MEANWHILE' && (
            <Button size="small" onPress={() => save.mutate(true)}>
              {t('labelEditor.saveAsNew')}
            </Button>
          )}
        </FailureNotice>
      )}
    </>
  );
}

interface VersionsProps extends Pick<EditorHeadProps, 'draft' | 'change' | 'forget'> {
  readonly templateId: string;
}

/** Leads to the versions saved so far; one that is gone back to is what is edited from then on. */
function Versions({ draft, templateId, change, forget }: VersionsProps) {
  const { t } = useTranslation();
  return (
    <OpeningButton icon="clock" label={t('labelEditor.versions')}>
      {(close) => (
        <VersionsDialog
          templateId={templateId}
          newest={draft.saved.version}
          hasUnsaved={isUnsaved(draft)}
          onClose={close}
          onBack={({ id, ...detail }) => {
            change(() => startDraft({ ...detail, templateId: id }));
            forget();
            close();
          }}
        />
      )}
    </OpeningButton>
  );
}

interface VersionsDialogProps {
  readonly templateId: string;
  readonly newest: number;
  readonly hasUnsaved: boolean;
  onClose(): void;
  onBack(detail: LabelTemplateDetail): void;
}

function VersionList(props: {
  readonly templateId: string;
  readonly chosen: number;
  onChoose(version: number): void;
}) {
  const { t } = useTranslation();
  const versions =
    useQuery(ask.labelTemplates.versions.queryOptions({ input: { templateId: props.templateId } })).data ??
    [];
  return (
    <ul className="plain-list version-list" aria-label={t('labelEditor.versions')}>
      {versions.map(({ version, savedAt, elements, backTo }) => (
        <li key={version}>
          <button
            type="button"
            className="element-row"
            aria-pressed={version === props.chosen}
            onClick={() => props.onChoose(version)}
          >
            <strong>{t('labelEditor.versionNo', { number: version })}</strong>
            <span className="soft small">
              <Moment at={savedAt} />
            </span>
            <span className="soft small">
              {backTo === null
                ? t('labelEditor.elementCount', { count: elements })
                : t('labelEditor.backTo', { number: backTo })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Older versions beside the newest, dot for dot; going back makes a new version, so that nothing is lost. */
function VersionsDialog({ templateId, newest, hasUnsaved, onClose, onBack }: VersionsDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(Math.max(1, newest - 1));
  const goBack = useAct(
    () => core.labelTemplates.goBack({ templateId, version: chosen, baseVersion: newest }),
    {
      says: (detail) => t('labelEditor.wentBack', { number: chosen, version: detail.version }),
      after: (detail) => onBack(detail),
      isShownInPlace: true,
    },
  );
  return (
    <Dialog
      title={t('labelEditor.versions')}
      width={900}
      onClose={onClose}
      actions={
        <>
          {hasUnsaved && <p className="soft small grow">{t('labelEditor.backDropsUnsaved')}</p>}
          <Button onPress={onClose}>{t('common.close')}</Button>
          <Button look="primary" isDisabled={chosen === newest} {...goBack.press()}>
            {t('labelEditor.goBack', { number: chosen })}
          </Button>
        </>
      }
    >
      {goBack.error !== null && <FailureNotice failure={failureOf(goBack.error)} />}
      <div className="versions">
        <VersionList templateId={templateId} chosen={chosen} onChoose={setChosen} />
        <VersionPicture templateId={templateId} version={chosen} />
        {chosen !== newest && <VersionPicture templateId={templateId} version={newest} isNewest />}
      </div>
    </Dialog>
  );
}

interface VersionPictureProps {
  readonly templateId: string;
  readonly version: number;
  readonly isNewest?: boolean;
}

/** One version as it prints. */
function VersionPicture({ templateId, version, isNewest = false }: VersionPictureProps) {
  const { t } = useTranslation();
  const detail = useQuery(ask.labelTemplates.get.queryOptions({ input: { templateId, version } })).data;
  const content = detail?.content ?? { size: '76x130', elements: [] };
  const preview = useQuery({
    ...questions.templatePreview({ content, dpi: 203, sample: 'ordinary' }),
    enabled: detail !== undefined,
  }).data;
  const title = t(isNewest ? 'labelEditor.newestNo' : 'labelEditor.versionNo', { number: version });
  return (
    <figure className="version-picture">
      <figcaption>{title}</figcaption>
      {preview !== undefined && <BitmapCanvas {...preview.bitmap} label={title} />}
    </figure>
  );
}
