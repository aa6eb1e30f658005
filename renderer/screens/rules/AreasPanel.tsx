import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { regionGroups } from '../../../shared/domain/bookingRule.ts';
import { splitPlaces } from '../../../shared/domain/prices.ts';
import { ask } from '../../bridge/core.ts';
import type { RuleSet } from '../../bridge/questions.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useSettled } from '../../parts/view.ts';

type Areas = RuleSet['areas'];

/** What a new group begins with: the places most carriers call remote. */
const farthest = regionGroups.find(({ id }) => id === 'far')?.places ?? [];

/** Groups of places under a name of the merchant's, part of the rules. */
export function AreasPanel({ areas, onChange }: { readonly areas: Areas; onChange(areas: Areas): void }) {
  const { t } = useTranslation();
  const add = (): void =>
    onChange([
      ...areas,
      {
        id: crypto.randomUUID(),
        name: freeName(areas, t('areas.fresh')),
        places: [...farthest],
      },
    ]);
  return (
    <details open={areas.length > 0}>
      <summary>{t('areas.title', { count: areas.length })}</summary>
      <div className="stack-tight">
        <p className="soft small">{t('areas.note')}</p>
        {areas.length > 0 && (
          <ul className="panel plain-list">
            {areas.map((area) => (
              <AreaRow
                key={area.id}
                area={area}
                isNameTaken={(name) => areas.some((one) => one.id !== area.id && one.name === name)}
                onChange={(changed) => onChange(areas.map((one) => (one.id === area.id ? changed : one)))}
                onRemove={() => onChange(areas.filter((one) => one.id !== area.id))}
              />
            ))}
          </ul>
        )}
        <div className="line">
          <Button size="small" icon="plus" onPress={add}>
            {t('areas.add')}
          </Button>
        </div>
      </div>
    </details>
  );
}

/** The first of name, name 2, name 3 … that nobody has. */
function freeName(areas: Areas, name: string): string {
  let wanted = name;
  for (let no = 2; areas.some((area) => area.name === wanted); no++) wanted = `${name} ${no}`;
  return wanted;
}

type Area = RuleSet['areas'][number];

interface AreaRowProps {
  readonly area: Area;
  isNameTaken(name: string): boolean;
  onChange(area: Area): void;
  onRemove(): void;
}

const listed = (places: Area['places']): string =>
  places.map(({ province, city }) => (city === '' ? province : city)).join('、');

/** One group: its name and its places, typed as a list. A list with an unknown name changes nothing and says so. */
function AreaRow({ area, isNameTaken, onChange, onRemove }: AreaRowProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(area.name);
  const [text, setText] = useState(listed(area.places));
  // What was only looked at changes nothing, whatever its names would be read as today.
  const [isTyped, setTyped] = useState(false);
  const settled = useSettled(text, 300);
  const names = splitPlaces(settled).slice(0, 500);
  // The group itself must not be one of its own places.
  const wanted = names.filter((one) => one !== area.name);
  const read = useQuery(ask.freight.readPlaces.queryOptions({ input: { names: wanted } })).data;
  const unknown = read?.filter(({ places }) => places === null).map((one) => one.name) ?? [];
  const places = unique(read?.flatMap((one) => one.places ?? []) ?? []);
  const isWhole = read !== undefined && unknown.length === 0 && places.length > 0;
  const found = JSON.stringify(places);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was understood counts, not who asks
  useEffect(() => {
    if (isTyped && isWhole && found !== JSON.stringify(area.places)) onChange({ ...area, places });
  }, [isTyped, isWhole, found]);
  const rename = (typed: string): void => {
    setName(typed);
    const plain = typed.trim();
    if (plain !== '' && !isNameTaken(plain)) onChange({ ...area, name: plain });
  };
  const plain = name.trim();
  const nameError =
    plain === '' ? t('areas.nameEmpty') : isNameTaken(plain) ? t('areas.nameTwice') : undefined;
  const placeError =
    unknown.length > 0
      ? t('areas.unknown', { list: unknown.join(t('common.listComma')) })
      : read !== undefined && places.length === 0
        ? t('areas.empty')
        : undefined;
  return (
    <li className="settings-row area-row">
      <TextField label={t('common.name')} value={name} maxLength={40} error={nameError} onChange={rename} />
      <TextField
        label={t('areas.places')}
        value={text}
        maxLength={2_000}
        error={placeError}
        hint={isTyped && isWhole ? t('areas.understood', { list: listed(places) }) : undefined}
        onChange={(typed) => {
          setTyped(true);
          setText(typed);
        }}
      />
      <IconButton icon="trash" label={t('areas.remove', { name: area.name })} onPress={onRemove} />
    </li>
  );
}

function unique(places: Area['places']): Area['places'] {
  return [...new Map(places.map((place) => [`${place.province}\n${place.city}`, place])).values()];
}
