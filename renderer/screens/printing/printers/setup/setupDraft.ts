import {
  type MediaChoice,
  type PrinterKinds,
  type PrinterPlace,
  printerUri,
} from '../../../../../shared/domain/printing/printerAddress.ts';

/** What has been answered so far of the four steps. */
export interface SetupDraft {
  readonly place: PrinterPlace;
  readonly media: MediaChoice;
  /** How pictures are written; null: as usual for the language. */
  readonly encoding: string | null;
  readonly name: string;
  /** It answered when it was asked for its state. */
  readonly answersStatus: boolean;
}

export const setupSteps = ['way', 'media', 'test', 'calibrate'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** The language, resolution and paper most printers of this trade have; no way is chosen yet. */
export function startSetup({ languages }: PrinterKinds): SetupDraft {
  return {
    place: { way: '', values: {} },
    media: { language: languages[0]?.id ?? '', dpi: '203', size: '76x130' },
    encoding: null,
    name: '',
    answersStatus: false,
  };
}

/** What a printer of an office understands, and what is in it. */
const office = { language: 'pdf', encoding: 'a4' } as const;

/**
 * A printer found by the computer; its name serves until a person gives another. One of an office is proposed PDF on A4;
 * the language that was proposed for one chosen before does not stay with the next.
 */
export function chooseFound(
  draft: SetupDraft,
  found: { readonly place: PrinterPlace; readonly name: string; readonly isOffice?: boolean | null },
  usualLanguage = draft.media.language,
): SetupDraft {
  const chosen = { ...draft, place: found.place, name: found.name.slice(0, 40), answersStatus: false };
  if (found.isOffice === true)
    return { ...chooseLanguage(chosen, office.language), encoding: office.encoding };
  return isOfficeDraft(draft) ? chooseLanguage(chosen, usualLanguage) : chosen;
}

/** It prints labels on sheets of A4. */
export function isOfficeDraft({ media, encoding }: Pick<SetupDraft, 'media' | 'encoding'>): boolean {
  return media.language === office.language && encoding === office.encoding;
}

/** What a question to the address told: whether it answers, and in which language. */
export function learnProbe(
  draft: SetupDraft,
  probed: { readonly answersStatus: boolean; readonly languages: readonly string[] },
): SetupDraft {
  const [language = draft.media.language] = probed.languages;
  return chooseLanguage({ ...draft, answersStatus: probed.answersStatus }, language);
}

/** Another language has other forms of a picture. */
export function chooseLanguage(draft: SetupDraft, language: string): SetupDraft {
  const encoding = language === draft.media.language ? draft.encoding : null;
  return { ...draft, encoding, media: { ...draft.media, language } };
}

/** May the step be left forward? */
export function isStepDone(draft: SetupDraft, step: SetupStep, { ways }: PrinterKinds): boolean {
  if (step === 'way') return printerUri(draft.place, draft.media, ways) !== null;
  return step !== 'media' || draft.name.trim() !== '';
}
