import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ChangeTopic } from '../../../shared/contracts/statusContract.ts';
import type { LabelTemplateContent } from '../../../shared/domain/labelTemplate.ts';
import { core } from '../core.ts';

export type TemplateAreas = Awaited<ReturnType<typeof core.labelTemplates.areas>>;
export type TemplatePreview = Awaited<ReturnType<typeof core.labelTemplates.preview>>;
/** Orders a template is looked at with: an everyday one, one with long text, one with little, one paid on delivery. */
export const previewSamples = ['ordinary', 'long', 'bare', 'cod'] as const;
export type PreviewSample = (typeof previewSamples)[number];
export type PreviewDpi = 203 | 300;

const topics: readonly ChangeTopic[] = ['labelTemplates'];

export const labelTemplateQueries = {
  list: () =>
    queryOptions({
      queryKey: ['labelTemplates', 'list'],
      queryFn: ({ signal }) => core.labelTemplates.list(undefined, { signal }),
      meta: { topics },
    }),
  areas: () =>
    queryOptions({
      queryKey: ['labelTemplates', 'areas'],
      queryFn: ({ signal }) => core.labelTemplates.areas(undefined, { signal }),
    }),
  logos: () =>
    queryOptions({
      queryKey: ['labelTemplates', 'logos'],
      queryFn: ({ signal }) => core.labelTemplates.logos(undefined, { signal }),
      meta: { topics },
    }),
  versions: (templateId: string) =>
    queryOptions({
      queryKey: ['labelTemplates', 'versions', templateId],
      queryFn: ({ signal }) => core.labelTemplates.versions({ templateId }, { signal }),
      meta: { topics },
    }),
  /** A version never changes once it is saved. */
  version: (templateId: string, version: number) =>
    queryOptions({
      queryKey: ['labelTemplates', 'version', templateId, version],
      queryFn: ({ signal }) => core.labelTemplates.get({ templateId, version }, { signal }),
    }),
  /** The dots of a draft. The former picture stays until the new one is there. */
  preview: (content: LabelTemplateContent, dpi: PreviewDpi, sample: PreviewSample) =>
    queryOptions({
      queryKey: ['labelTemplates', 'preview', content, dpi, sample],
      queryFn: ({ signal }) => core.labelTemplates.preview({ content, dpi, sample }, { signal }),
      placeholderData: keepPreviousData,
      gcTime: 20_000,
      meta: { topics },
    }),
};
