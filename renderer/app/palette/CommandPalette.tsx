import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge/core.ts';
import { KeyHint } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { Icon, type IconName } from '../../parts/Icon.tsx';
import { go, screenDigits, screenIds, useSignInWish } from '../../parts/place.ts';
import { UnreadNotice } from '../../work/UnreadNotice.tsx';
import { PeekDialog } from './PeekDialog.tsx';

const maxOrders = 8;

interface PaletteEntry {
  readonly id: string;
  readonly icon: IconName;
  readonly words: string;
  readonly note: string;
  readonly combo?: string;
  /** It is shown in the palette's place. */
  readonly keepsOpen?: boolean;
  run(): void;
}

interface Found {
  readonly entries: readonly PaletteEntry[];
  /** What is shown still answers what was typed before. */
  readonly isStale: boolean;
  readonly error: Error | null;
}

const nothingFound: Found = { entries: [], isStale: false, error: null };

/** Parcels by the end of a number or of a phone, four signs at least; choosing one shows where it is. */
function useFoundParcels(wanted: string, peek: (waybillNo: string) => void): Found {
  const { t } = useTranslation();
  const isAskable = wanted.length >= 4;
  const found = useQuery(
    ask.track.find.queryOptions({
      input: { text: wanted.slice(0, 60) },
      enabled: isAskable,
      placeholderData: keepPreviousData,
    }),
  );
  if (!isAskable) return nothingFound;
  const entries = (found.data ?? []).map((row) => ({
    id: row.waybillNo,
    icon: 'track' as const,
    words: row.waybillNo,
    note: [t(`tracking.${row.state}`), row.orderNo].filter((part) => part !== '').join(' · '),
    keepsOpen: true,
    run: () => peek(row.waybillNo),
  }));
  return { entries, isStale: found.isPlaceholderData || found.isPending, error: found.error ?? null };
}

/**
 * Orders whose number, waybill, name or phone tail fits; nothing is asked before two characters. One that travels shows
 * where it is, the others open.
 */
function useFoundOrders(wanted: string, peek: (waybillNo: string) => void): Found {
  const { t } = useTranslation();
  const found = useQuery(
    ask.orders.window.queryOptions({
      input: { filter: { search: wanted }, offset: 0, limit: maxOrders },
      enabled: wanted.length >= 2,
      placeholderData: keepPreviousData,
    }),
  );
  if (wanted.length < 2) return nothingFound;
  const entries = (found.data?.rows ?? []).map((row) => ({
    id: row.waybillNo === '' ? row.id : row.waybillNo,
    icon: 'ship' as const,
    words: `${row.orderNo}  ${row.receiver.name}`,
    note: [t(`order.${row.state}`), row.waybillNo].filter(Boolean).join(' · '),
    keepsOpen: row.waybillNo !== '',
    run: () => (row.waybillNo === '' ? go('ship', { orderId: row.id }) : peek(row.waybillNo)),
  }));
  return { entries, isStale: found.isPlaceholderData || found.isPending, error: found.error ?? null };
}

/** What fits, each thing once: screens, whoever takes over, parcels, then orders that say more than their parcel. */
function useEntries(wanted: string, peek: (waybillNo: string) => void): Found {
  const screens = useScreenEntries(wanted);
  const operator = useOperatorEntry(wanted);
  const parcels = useFoundParcels(wanted, peek);
  const orders = useFoundOrders(wanted, peek);
  const named = new Map(orders.entries.map((entry) => [entry.id, entry]));
  const shown = new Set(parcels.entries.map(({ id }) => id));
  return {
    entries: [
      ...screens,
      ...operator,
      // The order's line names the receiver as well.
      ...parcels.entries.map((entry) => named.get(entry.id) ?? entry),
      ...orders.entries.filter(({ id }) => !shown.has(id)),
    ],
    isStale: parcels.isStale || orders.isStale,
    error: parcels.error ?? orders.error,
  };
}

function useScreenEntries(wanted: string): readonly PaletteEntry[] {
  const { t } = useTranslation();
  return screenIds
    .map((screen) => ({
      id: screen,
      icon: screen,
      words: t(`screen.${screen}`),
      note: t(`screenNote.${screen}`),
      combo: `Alt+${screenDigits[screen]}`,
      run: () => go(screen),
    }))
    .filter(({ id, words, note }) => `${id} ${words} ${note}`.toLowerCase().includes(wanted.toLowerCase()));
}

/** Taking over from each other, where there are operators. */
function useOperatorEntry(wanted: string): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const desk = useQuery(ask.operators.state.queryOptions()).data;
  const words = t('operators.switchTitle');
  const note = t('operators.switchNote');
  if (desk?.hasOperators !== true) return [];
  if (!`${words} ${note}`.toLowerCase().includes(wanted.toLowerCase())) return [];
  return [{ id: 'signIn', icon: 'user', words, note, combo: 'Ctrl+L', run: useSignInWish.getState().ask }];
}

/** Ctrl+K: where a parcel is, go to a screen, find an order, or let somebody else take over. */
export function CommandPalette({ onClose }: { onClose(): void }) {
  const [peeked, setPeeked] = useState<string | null>(null);
  if (peeked !== null) return <PeekDialog waybillNo={peeked} onClose={onClose} />;
  return <PaletteDialog onPeek={setPeeked} onClose={onClose} />;
}

interface PaletteDialogProps {
  onPeek(waybillNo: string): void;
  onClose(): void;
}

function PaletteDialog({ onPeek, onClose }: PaletteDialogProps) {
  const { t } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [cursor, setCursor] = useState(0);
  const [isEntered, setEntered] = useState(false);
  const wanted = useDeferredValue(typed.trim());
  const { entries, error, ...found } = useEntries(wanted, onPeek);
  const isStale = found.isStale || wanted !== typed.trim();
  const at = Math.min(cursor, Math.max(0, entries.length - 1));
  const choose = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    if (entry.keepsOpen !== true) onClose();
    entry.run();
  };
  // Enter may come before the answer to what was typed: it means that answer, never the one before.
  const isDue = isEntered && !isStale;
  useEffect(() => {
    if (!isDue) return;
    setEntered(false);
    choose(entries[at]);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setCursor(Math.min(entries.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setCursor(Math.max(0, at - 1));
    else if (event.key === 'Enter') setEntered(true);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('palette.title')} width={600} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows serve the field and the list together */}
      <div className="palette" onKeyDown={onKeyDown}>
        <TextField
          label={t('palette.find')}
          isLabelHidden
          isAutoFocused
          placeholder={t('palette.find')}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setCursor(0);
            setEntered(false);
          }}
        />
        <ul id={listId} className="plain-list palette-list" aria-label={t('palette.results')}>
          {entries.map((entry, index) => (
            <li key={`${entry.icon}-${entry.id}`}>
              <button
                type="button"
                className={index === at ? 'palette-entry palette-on' : 'palette-entry'}
                onClick={() => choose(entry)}
                onMouseMove={() => setCursor(index)}
              >
                <Icon name={entry.icon} />
                <span className="grow number">{entry.words}</span>
                <span className="soft small">{entry.note}</span>
                {entry.combo !== undefined && <KeyHint combo={entry.combo} />}
              </button>
            </li>
          ))}
        </ul>
        {error !== null && <UnreadNotice error={error} readAt={null} />}
        {entries.length === 0 && error === null && <p className="soft">{t('palette.nothing')}</p>}
      </div>
    </Dialog>
  );
}
