import { useTranslation } from 'react-i18next';
import { regionGroups } from '../../../shared/domain/regionGroups.ts';
import type { RuleSet } from '../../bridge/queries/ruleQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { AreaRow } from './AreaRow.tsx';

type Areas = RuleSet['areas'];

/** What a new group begins with: the places most carriers call remote. */
const farthest = regionGroups.find(({ id }) => id === 'far')?.places ?? [];

interface AreasPanelProps {
  readonly areas: Areas;
  onChange(areas: Areas): void;
}

/** Groups of places under a name of the merchant's, part of the rules. */
export function AreasPanel({ areas, onChange }: AreasPanelProps) {
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
