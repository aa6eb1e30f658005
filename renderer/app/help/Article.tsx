import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isManualPage, type ManualPage } from '../../../shared/domain/manual.ts';
import { type HelpPlace, useHelp } from '../../parts/view/help.ts';
import { useShownTheme } from '../../parts/view.ts';
import { LicenceList } from './licences/LicenceList.tsx';
import type { Manual } from './manual.ts';
import type { Block, Piece } from './readPage.ts';

/** `printers.md#Tuning` stands for a heading of a page, `#Tuning` for one of this page. */
function placeOf(target: string, here: ManualPage): HelpPlace | null {
  const [file = '', at] = target.split('#');
  const page = file === '' ? here : file.replace(/\.md$/, '');
  if (!isManualPage(page)) return null;
  return at === undefined ? { page } : { page, at: decodeURIComponent(at) };
}

function Pieces({ pieces, here }: { readonly pieces: readonly Piece[]; readonly here: ManualPage }) {
  const open = (place: HelpPlace) => (event: MouseEvent) => {
    event.preventDefault();
    useHelp.getState().open(place);
  };
  return pieces.map((piece, index) => {
    const key = `${index}${piece.text}`;
    if (piece.kind === 'strong') return <strong key={key}>{piece.text}</strong>;
    if (piece.kind === 'code') return <code key={key}>{piece.text}</code>;
    const place = piece.kind === 'link' ? placeOf(piece.target, here) : null;
    if (place === null) return <span key={key}>{piece.text}</span>;
    return (
      <a key={key} href={`#${place.page}`} onClick={open(place)}>
        {piece.text}
      </a>
    );
  });
}

interface BlockProps {
  readonly block: Block;
  readonly here: ManualPage;
  readonly manual: Manual;
}

function Picture({
  alt,
  file,
  manual,
}: {
  readonly alt: string;
  readonly file: string;
  readonly manual: Manual;
}) {
  const { t } = useTranslation();
  const isDark = useShownTheme(({ shown }) => shown === 'dark');
  const address = manual.pictureOf(file, isDark);
  if (address === null) return null;
  return (
    <figure>
      <img src={address} alt={t('help.pictureOf', { what: alt })} loading="lazy" />
      <figcaption className="soft small">{alt}</figcaption>
    </figure>
  );
}

function HelpTable({
  rows,
  here,
}: {
  readonly rows: Extract<Block, { kind: 'table' }>['rows'];
  readonly here: ManualPage;
}) {
  const [head = [], ...body] = rows;
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes
            <th key={column}>
              <Pieces pieces={cell} here={here} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes
          <tr key={line}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes
              <td key={column}>
                <Pieces pieces={cell} here={here} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BlockView({ block, here, manual }: BlockProps) {
  if (block.kind === 'heading' && block.depth === 2) return <h3 data-at={block.text}>{block.text}</h3>;
  if (block.kind === 'heading')
    return (
      <h4 data-at={block.at ?? block.text}>
        {block.text}
        {block.at !== undefined && <code className="code">{block.at}</code>}
      </h4>
    );
  if (block.kind === 'code') return <pre className="selectable">{block.text}</pre>;
  if (block.kind === 'picture') return <Picture alt={block.alt} file={block.file} manual={manual} />;
  if (block.kind === 'table') return <HelpTable rows={block.rows} here={here} />;
  if (block.kind === 'list') {
    const items = block.items.map((pieces, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes
      <li key={index}>
        <Pieces pieces={pieces} here={here} />
      </li>
    ));
    return block.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>;
  }
  return (
    <p className={block.kind === 'note' ? 'help-note' : undefined}>
      <Pieces pieces={block.pieces} here={here} />
    </p>
  );
}

/** One page of the manual, from its top or from the place that was asked for. */
export function Article({ manual, place }: { readonly manual: Manual; readonly place: HelpPlace }) {
  const article = useRef<HTMLElement>(null);
  const { title, blocks } = manual.pages[place.page];
  useEffect(() => {
    const target =
      place.at === undefined ? null : article.current?.querySelector(`[data-at="${CSS.escape(place.at)}"]`);
    if (target === null || target === undefined) article.current?.scrollTo(0, 0);
    else target.scrollIntoView({ block: 'start' });
  }, [place]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: its arrows scroll it
    <article ref={article} className="help-page selectable" tabIndex={0} aria-label={title}>
      <h2>{title}</h2>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes
        <BlockView key={index} block={block} here={place.page} manual={manual} />
      ))}
      {place.page === 'licences' && <LicenceList />}
    </article>
  );
}
