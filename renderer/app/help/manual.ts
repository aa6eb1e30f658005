import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ManualPage, manualPages } from '../../../shared/domain/manual.ts';
import { type ErrorArea, errorAreas } from '../../../shared/errors/catalogue.ts';
import { keysOf, recordOf } from '../../../shared/rules/typedRecord.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import { useLanguage } from '../../words/useLanguage.ts';
import { type Block, type Page, readPage, readPieces } from './readPage.ts';
import { type Passage, passagesOf } from './searchPages.ts';

/** Where more is said of the errors of an area. */
const pageOfArea: Readonly<Record<ErrorArea, ManualPage>> = {
  import: 'import',
  addresses: 'correct',
  orders: 'ship',
  booking: 'ship',
  platforms: 'platforms',
  printing: 'print',
  printers: 'printers',
  bench: 'pack',
  tracking: 'track',
  insight: 'insight',
  people: 'privacy',
  backups: 'backup',
  workspace: 'installing',
  server: 'benches',
};

export interface Manual {
  readonly pages: Readonly<Record<ManualPage, Page>>;
  readonly passages: readonly Passage[];
  /** The address of a picture as a page names it; null: it has not been taken. */
  pictureOf(file: string, isDark: boolean): string | null;
}

interface AreaWords {
  readonly more: string;
  area(area: ErrorArea): string;
}

/** What to do when …: every sentence of the catalogue, as the window says it. */
function errorBlocks(language: Language, words: AreaWords, titleOf: (page: ManualPage) => string) {
  return keysOf(errorAreas).flatMap((area): readonly Block[] => {
    const page = pageOfArea[area];
    const entries = errorAreas[area].flatMap((code): readonly Block[] => {
      const { says, next } = describeError(code, {}, language);
      return [
        { kind: 'heading', depth: 3, text: says, at: code },
        { kind: 'words', pieces: [{ kind: 'text', text: next }] },
      ];
    });
    return [
      { kind: 'heading', depth: 2, text: words.area(area) },
      { kind: 'words', pieces: readPieces(`${words.more} [${titleOf(page)}](${page}.md)`) },
      ...entries,
    ];
  });
}

async function loadManual(language: Language, words: AreaWords): Promise<Manual> {
  const { texts, pictures } = await (language === 'en' ? import('./pages/en.ts') : import('./pages/zhCN.ts'));
  const pageNames = Object.fromEntries(Object.entries(texts).map(([file, text]) => [nameOf(file), text]));
  const written = recordOf(manualPages, (page) => readPage(pageNames[page] ?? `# ${page}`));
  const { title, blocks } = written.errors;
  const generated = errorBlocks(language, words, (page) => written[page].title);
  const pages = { ...written, errors: { title, blocks: [...blocks, ...generated] } };
  return {
    pages,
    passages: manualPages.flatMap((page) => passagesOf(page, pages[page])),
    pictureOf: (file, isDark) => {
      const find = (wanted: string) => Object.entries(pictures).find(([path]) => path.endsWith(wanted))?.[1];
      const [folder = '', name = ''] = file.split('/').slice(-2);
      return (isDark ? find(`/${folder}-dark/${name}`) : undefined) ?? find(`/${folder}/${name}`) ?? null;
    },
  };
}

const nameOf = (file: string): string => (file.split('/').at(-1) ?? '').replace('.md', '');

/** The manual in the language of the page, fetched when it is opened for the first time. */
export function useManual(): Manual | undefined {
  const { t } = useTranslation();
  const language = useLanguage();
  return useQuery({
    queryKey: ['manual', language],
    queryFn: () => loadManual(language, { more: t('help.more'), area: (area) => t(`help.area.${area}`) }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    // Nothing of it comes from the core, which may be away just now.
    networkMode: 'always',
  }).data;
}
