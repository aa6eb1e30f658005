import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../parts/Section.tsx';
import './labels.css';
import { labelTemplateQueries } from '../../bridge/queries/printQueries.ts';
import { CarrierLabels } from './CarrierLabels.tsx';
import { draftName, LabelEditor } from './editor/LabelEditor.tsx';
import type { EditorStart } from './editor/templateDraft.ts';
import { TemplateList } from './TemplateList.tsx';

/** What the merchant's own part of a label says: templates by size, and the editor of one. */
export function LabelsSection() {
  const { t } = useTranslation();
  const areas = useQuery(labelTemplateQueries.areas()).data;
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
