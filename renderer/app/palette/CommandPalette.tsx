import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge/core.ts';
import { KeyHint } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { Icon, type IconName } from '../../parts/Icon.tsx';
import { go, screenDigits, screenIds, useSignInWish } from '../../parts/place.ts';
import { ListFailure } from '../../work/MoreSearches.tsx';

const maxOrders = 8;

interface PaletteEntry {
  readonly id: string;
  readonly icon: IconName;
  readonly words: string;
  readonly note: string;
  readonly combo?: string;
  run(): void;
}

/** Orders whose number, waybill, name or phone tail fits; nothing is asked before two characters. */
function useFoundOrders(wanted: string): {
  readonly entries: readonly PaletteEntry[];
  readonly error: Error | null;
} {
  const { t } = useTranslation();
  const found = useQuery(
    ask.orders.window.queryOptions({
      input: { filter: { search: wanted }, offset: 0, limit: maxOrders },
      enabled: wanted.length >= 2,
      placeholderData: keepPreviousData,
    }),
  );
  if (wanted.length < 2) return { entries: [], error: null };
  const entries = (found.data?.rows ?? []).map((row) => ({
    id: row.id,
    icon: 'ship' as const,
    words: `${row.orderNo}  ${row.receiver.name}`,
    note: [t(`order.${row.state}`), row.waybillNo].filter(Boolean).join(' · '),
    run: () => go('ship', { orderId: row.id }),
  }));
  return { entries, error: found.error ?? null };
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

/** Ctrl+K: go to a screen, find an order, or let somebody else take over. */
export function CommandPalette({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [cursor, setCursor] = useState(0);
  const wanted = useDeferredValue(typed.trim());
  const orders = useFoundOrders(wanted);
  const entries = [...useScreenEntries(wanted), ...useOperatorEntry(wanted), ...orders.entries];
  const at = Math.min(cursor, Math.max(0, entries.length - 1));
  const choose = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setCursor(Math.min(entries.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setCursor(Math.max(0, at - 1));
    else if (event.key === 'Enter') choose(entries[at]);
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
          }}
        />
        <ul id={listId} className="plain-list palette-list" aria-label={t('palette.results')}>
          {entries.map((entry, index) => (
            <li key={entry.id}>
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
        {orders.error !== null && <ListFailure error={orders.error} />}
        {entries.length === 0 && orders.error === null && <p className="soft">{t('palette.nothing')}</p>}
      </div>
    </Dialog>
  );
}
