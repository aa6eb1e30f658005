import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readScan } from '../../../shared/domain/scans/scanCode.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { useScanTaker } from '../../parts/scanTakers.ts';
import { codesLikeTheLast, codesToLearn, useGunRhythms } from '../../work/devices/gunRhythm.ts';

interface Typed {
  readonly signs: number;
  readonly slowestMs: number;
  readonly hasEnd: boolean;
}

const nothing: Typed = { signs: 0, slowestMs: 0, hasEnd: false };

/** Behind the last key of a gun: what came is looked at. */
const restMs = 400;
/** Fewer are a hand that tries the field. */
const leastSigns = 3;
/** Nobody types so fast for long; a gun that is set slowly does. */
const handMs = 120;
/** Short codes of a quicker gun are read at once. */
const quickGapMs = 20;
/** At this pace its long codes are read, and teach its rhythm. */
const longCodeGapMs = 60;
/** Shorter codes of a slow gun are read once its rhythm is known. */
const longCode = 6;

/** Why what came was not taken for a gun's. */
function NotHeard({ typed: { hasEnd, signs, slowestMs } }: { readonly typed: Typed }) {
  const { t } = useTranslation();
  const isShort = signs < longCode && slowestMs <= longCodeGapMs;
  const paceWords = isShort
    ? t('devices.slowShort', { count: codesToLearn })
    : t('devices.tooSlow', { ms: slowestMs });
  return <StateMark tone="note" label={hasEnd ? paceWords : t('devices.noEnd', { count: signs })} />;
}

/** A gun that is quick needs no rhythm; of a slow one, how far it is known. */
function RhythmNote() {
  const { t } = useTranslation();
  const known = useGunRhythms((guns) => guns.known);
  const codes = codesLikeTheLast(known);
  if ((known.at(-1)?.slowestGapMs ?? 0) <= quickGapMs) return null;
  return (
    <p className="soft small">
      {codes >= codesToLearn
        ? t('devices.rhythmLearnt')
        : t('devices.rhythmLearning', { codes, count: codesToLearn })}
    </p>
  );
}

/** Tries a gun: what it read, or why what it typed was not heard as a scan. */
export function GunTest() {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [typed, setTyped] = useState<Typed | null>(null);
  const burst = useRef({ ...nothing, lastAt: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useScanTaker((scanned) => {
    clearTimeout(timer.current);
    burst.current = { ...nothing, lastAt: 0 };
    setCode(scanned);
    setTyped(null);
    return true;
  });
  const look = (): void => {
    const { lastAt: _lastAt, ...came } = burst.current;
    burst.current = { ...nothing, lastAt: 0 };
    if (came.signs < leastSigns || came.slowestMs > handMs) return;
    setCode('');
    setTyped(came);
  };
  const onKeyDown = ({ key, timeStamp }: KeyboardEvent): void => {
    const { signs, slowestMs, lastAt } = burst.current;
    const gapMs = signs === 0 ? 0 : Math.round(timeStamp - lastAt);
    if (key === 'Enter' || key === 'Tab') burst.current.hasEnd = true;
    else if ([...key].length === 1)
      burst.current = {
        signs: signs + 1,
        slowestMs: Math.max(slowestMs, gapMs),
        hasEnd: false,
        lastAt: timeStamp,
      };
    clearTimeout(timer.current);
    timer.current = setTimeout(look, restMs);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of a gun are timed wherever they fall in here
    <div className="gun-test" onKeyDown={onKeyDown}>
      <input
        className="gun-test-field"
        aria-label={t('devices.tryGun')}
        placeholder={t('devices.tryGun')}
        value=""
        onChange={() => undefined}
      />
      <div className="gun-test-result" aria-live="polite">
        {code !== '' && (
          <>
            <strong className="number gun-test-code">{code}</strong>
            <StateMark
              tone="done"
              label={t(`devices.codeKind.${readScan(code)}`, { count: [...code].length })}
            />
            <RhythmNote />
          </>
        )}
        {typed !== null && <NotHeard typed={typed} />}
        {code === '' && typed === null && <p className="soft">{t('devices.tryGunNote')}</p>}
      </div>
    </div>
  );
}
