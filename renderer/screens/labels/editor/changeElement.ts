import type { TemplateElement } from '../../../../shared/domain/labelTemplate.ts';

/** Changes the chosen element; steps of one tag right after each other are taken back as one. */
export type ChangeElement = (change: (element: TemplateElement) => TemplateElement, tag: string) => void;
