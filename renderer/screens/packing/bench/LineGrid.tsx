import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackedParcelView, PackLine } from '../../../../shared/contracts/packing/packing.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { useBenchLook } from '../../../work/devices/benchLook.ts';
import { GoodsPicture, type Picture } from './GoodsPicture.tsx';
import {
  fitsBeside,
  isLongLine,
  type NumberedLine,
  roomOfLine,
  shownLines,
  variantOf,
} from './shownLines.ts';
import { usePictures } from './usePictures.ts';

/** A line of goods, and the least it needs where many must fit. */
const rowPx = 72;
const tightRowPx = 48;
/** From two metres away: three lines of words, as packingFar.css draws them. */
const farRowPx = 64;
/** Half a row of such words: count, picture and six Chinese signs a line. */
const farHalfPx = 240;
const gapPx = 8;

/** The line that says how many are out of sight. */
const morePx = 32;

/** How many lines fit, below and beside each other: measured, since nothing may scroll here. */
function useRoom(lines: readonly PackLine[], isFar: boolean) {
  const box = useRef<HTMLUListElement>(null);
  const [wholePx, setWholePx] = useState(0);
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    // With what the line below takes, or it would stay for the room that it takes itself.
    const measure = (): void => {
      const below = current.nextElementSibling;
      setWholePx(current.clientHeight + (below instanceof HTMLElement ? below.offsetHeight : 0));
      setWidthPx(current.clientWidth);
    };
    const watch = new ResizeObserver(measure);
    watch.observe(current);
    measure();
    return () => watch.disconnect();
  }, []);
  const fitting = (row: number, px = wholePx): number =>
    Math.max(1, Math.floor((px + gapPx) / (row + gapPx)));
  const count = lines.length;
  const isTight = !isFar && count > 2 * fitting(rowPx);
  const row = isFar ? farRowPx : isTight ? tightRowPx : rowPx;
  const haveHalves = !isFar || (widthPx >= 2 * farHalfPx && lines.every((line) => fitsBeside(line)));
  const columns = count > fitting(row) && haveHalves ? 2 : 1;
  const isWhole = count <= columns * fitting(row);
  const rows = isWhole ? fitting(row) : fitting(row, wholePx - morePx);
  return { box, isTight, columns, most: rows * columns };
}

/** The second text of a line: its variant, its code, and what must be done by hand. */
function LineNotes({ line }: { readonly line: NumberedLine }) {
  const { t } = useTranslation();
  const variant = variantOf(line);
  const notes = [
    ...(line.skuCode === '' ? [] : [line.skuCode]),
    ...(line.isByEye && roomOfLine(line) > 0 ? [t('packing.byEye')] : []),
    ...(line.hasSerials ? [t('packing.serials')] : []),
    ...(line.elsewhere > 0 ? [t('packing.elsewhere', { count: line.elsewhere })] : []),
  ];
  if (variant === '' && notes.length === 0) return null;
  return (
    <span className="bench-line-notes">
      {variant !== '' && <strong className="bench-line-variant">{variant}</strong>}
      {notes.length > 0 && (
        <span className="bench-line-near">
          {variant !== '' && ' · '}
          {notes.join(' · ')}
        </span>
      )}
    </span>
  );
}

interface LineRowProps {
  readonly line: NumberedLine;
  readonly isWanted: boolean;
  /** Nothing is beside it: short words have the room to be large. */
  readonly isAlone: boolean;
  /** undefined: it has none, or none yet · null: none of the goods has one. */
  readonly picture: Picture | undefined | null;
}

function lengthOf(line: NumberedLine, isAlone: boolean): string {
  if (isLongLine(line)) return ' bench-line-long';
  return isAlone && fitsBeside(line) ? ' bench-line-short' : '';
}

function LineRow({ line, isWanted, isAlone, picture }: LineRowProps) {
  const { t } = useTranslation();
  const { name, sku, counted, quantity, elsewhere, isGift } = line;
  const here = quantity - elsewhere;
  const isDone = roomOfLine(line) === 0;
  const look = isDone ? 'bench-line bench-line-done' : isWanted ? 'bench-line bench-line-now' : 'bench-line';
  return (
    <li className={look} aria-label={`${name || sku}, ${t('packing.counted', { counted, quantity: here })}`}>
      {/* Drawn anew with each piece, so that it glows. */}
      <span key={counted} className={here > 1 ? 'bench-count bench-count-many' : 'bench-count'}>
        {isDone ? <Icon name="check" size={28} /> : null}
        <span className="number">{isDone ? here : `${counted}/${here}`}</span>
      </span>
      {picture !== null && <GoodsPicture picture={picture} />}
      <span className={`bench-line-words${lengthOf(line, isAlone)}`}>
        <span className="bench-line-name">
          {isGift && <span className="bench-gift">{t('packing.gift')}</span>}
          {name || sku}
        </span>
        <LineNotes line={line} />
      </span>
    </li>
  );
}

/** A file without goods: a person checks the parcel and confirms it. */
const isUnnamed = ({ name, sku, skuCode }: Pick<NumberedLine, 'name' | 'sku' | 'skuCode'>): boolean =>
  name + sku + skuCode === '';

interface LineGridProps {
  readonly parcel: PackedParcelView;
  readonly showsPictures: boolean;
}

/** The goods of the parcel: how many of each are in, the ones that need a hand always in sight. */
export function LineGrid({ parcel, showsPictures }: LineGridProps) {
  const { t } = useTranslation();
  const { lines, serialWanted } = parcel;
  const isFar = useBenchLook((look) => look.isFar);
  const { box, isTight, columns, most } = useRoom(lines, isFar);
  const pictures = usePictures(parcel, showsPictures);
  const { shown, complete, wanted } = shownLines(lines, most);
  if (lines.every(isUnnamed))
    return (
      <div className="bench-no-goods">
        <strong>{t('packing.noGoods')}</strong>
        <span className="soft">{t('packing.noGoodsNote')}</span>
      </div>
    );
  return (
    <>
      <ul
        ref={box}
        className={`plain-list bench-lines${columns > 1 && !isFar ? ' bench-lines-two' : ''}${isTight ? ' bench-lines-tight' : ''}`}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        aria-label={t('packing.goods')}
      >
        {shown.map((line) => (
          <LineRow
            key={line.no}
            line={line}
            isAlone={columns === 1}
            picture={pictures === null ? null : pictures.get(line.no)}
            isWanted={serialWanted !== '' && line.hasSerials && roomOfLine(line) > 0}
          />
        ))}
      </ul>
      {complete + wanted > 0 && (
        <p className="bench-more soft">
          {wanted > 0 && t('packing.moreLeft', { count: wanted })}
          {wanted > 0 && complete > 0 && ' · '}
          {complete > 0 && t('packing.moreLines', { count: complete })}
        </p>
      )}
    </>
  );
}
