import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PanelRow, Section } from '../../parts/Section.tsx';
import './labels.css';
import type { LabelTemplateRow } from '../../../shared/contracts/labels.ts';
import type { TemplateSize } from '../../../shared/domain/printing/labelTemplate.ts';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { keptDrafts } from '../../parts/view.ts';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { CarrierLabels } from './CarrierLabels.tsx';
import { draftName, LabelEditor } from './editor/LabelEditor.tsx';
import type { EditorStart } from './editor/templateDraft.ts';
import { BeginTrial, TrialLine } from './TrialLine.tsx';

/** What the merchant's own part of a label says: templates by size, and the editor of one. */
export function LabelsSection() {
  const { t } = useTranslation();
  const areas = useQuery(ask.labelTemplates.areas.queryOptions()).data;
  const [start, setStart] = useState<EditorStart | null>(null);
  const area = areas?.find(({ size }) => size === start?.content.size);
  if (areas === undefined) return null;
  if (start !== null && area !== undefined)
    return (
      <LabelEditor
        key={draftName(start)}
        start={start}
        area={{ width: area.widthTenthMm, height: area.heightTenthMm }}
        onClose={() => setStart(null)}
      />
    );
  return (
    <Section title={t('settings.section.labels')}>
      <p className="soft">{t('labelEditor.note')}</p>
      {areas.map(({ size }) => (
        <TemplateList key={size} size={size} onEdit={setStart} />
      ))}
      <CarrierLabels />
    </Section>
  );
}

interface TemplateListProps {
  readonly size: TemplateSize;
  onEdit(start: EditorStart): void;
}

/** Reads the newest version and opens the editor on it. */
function useOpening(onEdit: TemplateListProps['onEdit']) {
  return useAct(
    async ({ id, version }: LabelTemplateRow) =>
      queryClient.fetchQuery(ask.labelTemplates.get.queryOptions({ input: { templateId: id, version } })),
    { after: ({ id, version, name, content }) => onEdit({ templateId: id, version, name, content }) },
  );
}

function TemplateLine({
  row,
  canTry,
  onEdit,
}: { readonly row: LabelTemplateRow; readonly canTry: boolean } & Pick<TemplateListProps, 'onEdit'>) {
  const { t } = useTranslation();
  const open = useOpening(onEdit);
  const choose = useAct(() => core.labelTemplates.setDefault({ size: row.size, templateId: row.id }));
  const hasDraft = keptDrafts.has(`labelTemplate:${row.id}`);
  return (
    <PanelRow
      name={row.name}
      marks={
        <>
          <span className="soft small">{t('labelEditor.versionNo', { number: row.version })}</span>
          {row.isDefault && <span className="default-mark">{t('labelEditor.inUse')}</span>}
          {hasDraft && <StateMark tone="note" label={t('labelEditor.unsaved')} />}
        </>
      }
      notes={[<Moment key="at" at={row.updatedAt} />]}
    >
      <Button size="small" icon="correct" {...open.press(row)}>
        {t('labelEditor.edit')}
      </Button>
      {!row.isDefault && (
        <Button size="small" {...choose.press()}>
          {t('labelEditor.use')}
        </Button>
      )}
      {canTry && <BeginTrial row={row} />}
      <RemoveTemplate row={row} />
    </PanelRow>
  );
}

/** The standard layout is always there and cannot be spoiled. */
function StandardLine({ size, isDefault }: { readonly size: TemplateSize; readonly isDefault: boolean }) {
  const { t } = useTranslation();
  const choose = useAct(() => core.labelTemplates.setDefault({ size, templateId: null }));
  return (
    <PanelRow
      name={t('labelEditor.standard')}
      marks={isDefault && <span className="default-mark">{t('labelEditor.inUse')}</span>}
      notes={[t('labelEditor.standardNote')]}
    >
      {!isDefault && (
        <Button size="small" {...choose.press()}>
          {t('labelEditor.use')}
        </Button>
      )}
    </PanelRow>
  );
}

/** The templates of one size; the one in use is marked. */
function TemplateList({ size, onEdit }: TemplateListProps) {
  const { t } = useTranslation();
  const rows = useQuery(ask.labelTemplates.list.queryOptions()).data;
  const trials = useQuery(ask.labelTrials.list.queryOptions()).data;
  const begin = useAct(() => core.labelTemplates.starter({ size }), {
    after: (content) => onEdit({ templateId: null, version: 0, name: '', content }),
  });
  if (rows === undefined) return null;
  const own = rows.filter((row) => row.size === size);
  const trial = trials?.find((one) => one.size === size && one.endedAt === null);
  const title = t('settings.sizeMm', { size: size.replace('x', ' × ') });
  const hasDraft = keptDrafts.has(
    draftName({ templateId: null, version: 0, name: '', content: { size, elements: [] } }),
  );
  return (
    <section className="panel" aria-label={title}>
      <header className="settings-row label-size">
        <h3 className="grow">{title}</h3>
        {hasDraft && <StateMark tone="note" label={t('labelEditor.unsaved')} />}
        <Button size="small" icon="plus" {...begin.press()}>
          {t(hasDraft ? 'labelEditor.goOn' : 'labelEditor.create')}
        </Button>
      </header>
      <ul className="plain-list">
        <StandardLine size={size} isDefault={!own.some(({ isDefault }) => isDefault)} />
        {own.map((row) => (
          <TemplateLine key={row.id} row={row} canTry={trial === undefined} onEdit={onEdit} />
        ))}
        {trial !== undefined && <TrialLine trial={trial} />}
      </ul>
    </section>
  );
}

/** Says what stays before it takes a template away. */
function RemoveTemplate({ row }: { readonly row: LabelTemplateRow }) {
  const { t } = useTranslation();
  const remove = useAct(() => core.labelTemplates.remove({ templateId: row.id }), {
    says: () => t('labelEditor.removed', { name: row.name }),
    after: () => keptDrafts.delete(`labelTemplate:${row.id}`),
  });
  return (
    <AskingButton
      button="icon"
      label={t('settings.removeNamed', { name: row.name })}
      title={t('labelEditor.removeTitle', { name: row.name })}
      note={t(row.isDefault ? 'labelEditor.removeUsedNote' : 'labelEditor.removeNote')}
      yes={t('settings.remove')}
      look="danger"
      {...remove.asking()}
    />
  );
}
