import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ManualPage, manualGroups } from '../../../shared/domain/manual.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { SearchField } from '../../parts/form/TextField.tsx';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { useKeys } from '../../parts/keys.ts';
import { letters } from '../../parts/letters.ts';
import { useHelp } from '../../parts/view/help.ts';
import { Article } from './Article.tsx';
import './help.css';
import { keysOf } from '../../../shared/rules/typedRecord.ts';
import { type Manual, useManual } from './manual.ts';
import { type Passage, searchPassages } from './searchPages.ts';

/** F1 opens the manual at the page of the screen, also over a dialog and in a field. */
export function useHelpKey(page: ManualPage): void {
  const { t } = useTranslation();
  const bindings = useMemo(
    () => [
      {
        combo: 'F1',
        says: t('help.title'),
        inFields: true,
        inDialogs: true,
        run: () => {
          const { place, open } = useHelp.getState();
          if (place === null) open({ page });
        },
      },
    ],
    [t, page],
  );
  useKeys(bindings);
}

function Contents({ manual, shown }: { readonly manual: Manual; readonly shown: ManualPage }) {
  const { t } = useTranslation();
  return (
    <nav className="help-contents" aria-label={t('help.contents')}>
      {keysOf(manualGroups).map((group) => (
        <section key={group} aria-labelledby={`help-${group}`}>
          <p id={`help-${group}`} className="help-group">
            {t(`help.group.${group}`)}
          </p>
          {manualGroups[group].map((page) => (
            <button
              key={page}
              type="button"
              aria-current={page === shown ? 'page' : undefined}
              onClick={() => useHelp.getState().open({ page })}
            >
              {manual.pages[page].title}
            </button>
          ))}
        </section>
      ))}
    </nav>
  );
}

interface HitsProps {
  readonly hits: readonly Passage[];
  readonly cursor: number;
  onOpen(hit: Passage): void;
}

function Hits({ hits, cursor, onOpen }: HitsProps) {
  const { t } = useTranslation();
  if (hits.length === 0) return <p className="soft help-none">{t('help.noneFound')}</p>;
  return (
    <nav className="help-contents" aria-label={t('help.found', { count: hits.length })}>
      <p className="help-group" role="status">
        {t('help.found', { count: hits.length })}
      </p>
      {hits.map((hit, index) => (
        <button
          key={`${hit.page} ${hit.at}`}
          type="button"
          className="help-hit"
          aria-current={index === cursor ? 'true' : undefined}
          onClick={() => onOpen(hit)}
        >
          <strong>{hit.heading === '' ? hit.title : hit.heading}</strong>
          <span className="soft small">{hit.heading === '' ? hit.words : hit.title}</span>
        </button>
      ))}
    </nav>
  );
}

/** The left side: what is looked for, and the contents or what was found. Arrows choose, Enter opens. */
function Side({ manual, shown }: { readonly manual: Manual; readonly shown: ManualPage }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [cursor, setCursor] = useState(0);
  const hits = useMemo(() => searchPassages(manual.passages, typed), [manual, typed]);
  const open = ({ page, at }: Passage): void => useHelp.getState().open(at === '' ? { page } : { page, at });
  const onKeyDown = (event: KeyboardEvent): void => {
    const hit = hits[cursor];
    if (event.nativeEvent.isComposing || hit === undefined) return;
    if (event.key === 'ArrowDown') setCursor(Math.min(hits.length - 1, cursor + 1));
    else if (event.key === 'ArrowUp') setCursor(Math.max(0, cursor - 1));
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) open(hit);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows serve the field and the list together
    <div className="help-side" onKeyDown={onKeyDown}>
      <SearchField
        label={t('help.search')}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setCursor(0);
        }}
      />
      {typed.trim() === '' ? (
        <Contents manual={manual} shown={shown} />
      ) : (
        <Hits hits={hits} cursor={cursor} onOpen={open} />
      )}
    </div>
  );
}

function HelpPages({ manual }: { readonly manual: Manual }) {
  const { t } = useTranslation();
  const { place, past, back } = useHelp();
  if (place === null) return null;
  return (
    <div className="help">
      <Side manual={manual} shown={place.page} />
      <div className="help-main">
        <Article manual={manual} place={place} />
        <div className="help-tools line">
          <KeyButton
            inDialogs
            combo="Alt+ArrowLeft"
            icon="back"
            look="quiet"
            isDisabled={past.length === 0}
            onPress={back}
          >
            {t('help.back')}
          </KeyButton>
          <span className="grow" />
          <KeyButton inDialogs combo={letters.print} icon="print" look="quiet" onPress={() => window.print()}>
            {t('help.print')}
          </KeyButton>
        </div>
      </div>
    </div>
  );
}

/** The manual, over whatever is being done; Esc leads back to exactly that. */
export function HelpDialog() {
  const { t } = useTranslation();
  const isOpen = useHelp(({ place }) => place !== null);
  return isOpen ? <OpenHelp title={t('help.title')} /> : null;
}

function OpenHelp({ title }: { readonly title: string }) {
  const manual = useManual();
  // The dialog is drawn with its pages, so that the search field has the focus from the start.
  if (manual === undefined) return null;
  return (
    <Dialog title={title} width={1180} onClose={useHelp.getState().close}>
      <HelpPages manual={manual} />
    </Dialog>
  );
}
