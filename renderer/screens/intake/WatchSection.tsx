import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../../shared/contracts/contract.ts';
import type { WatchView } from '../../../shared/contracts/intake.ts';
import { routedPrinterUri } from '../../../shared/domain/printing/printer.ts';
import { ask, core } from '../../bridge/core.ts';
import { useNameOf } from '../../bridge/knownNames.ts';
import { pageBridge } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { Section } from '../../parts/Section.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { useDescribe } from '../../words/describe.ts';
import { AwayWait } from '../../work/away/AwayWait.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';

type WatchSetting = NonNullable<WatchView['setting']>;
type SetWatch = Asked<'watch', 'set'>['setting'];
const fileTones = { taken: 'done', failed: 'failed', seen: 'waiting' } as const;

function LastFiles({ watch }: { readonly watch: WatchView }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const see = useAct(() => core.watch.seen());
  if (watch.files.length === 0) return <p className="soft small">{t('watch.noFiles')}</p>;
  return (
    <>
      {watch.failed > 0 && (
        <div className="line">
          <p className="soft small grow">{t('watch.seenNote')}</p>
          <Button size="small" {...see.press()}>
            {t('watch.seen', { count: watch.failed })}
          </Button>
        </div>
      )}
      <ul className="plain-list panel">
        {watch.files.map(({ file, state, code, at }) => (
          <li key={`${file}-${at}`} className="settings-row">
            <StateMark tone={fileTones[state]} label={t(`watch.state.${state}`)} />
            <span className="grow">
              {file}
              {code !== '' && <span className="soft small"> {describe(code).says}</span>}
            </span>
            <Moment at={at} />
          </li>
        ))}
      </ul>
    </>
  );
}

const usualPrinter = 'usual';
const noPrinter = 'none';

/** Where the labels of the folder's orders come out. */
function WatchPrinter({
  setting,
  onChange,
}: {
  readonly setting: WatchSetting;
  onChange(change: Partial<WatchSetting>): void;
}) {
  const { t } = useTranslation();
  const printers = useQuery(ask.settings.printers.queryOptions()).data ?? [];
  const hasRoutes = (useQuery(ask.print.routes.queryOptions()).data ?? []).length > 0;
  const { printerUri } = setting;
  const chosen = printerUri === undefined ? usualPrinter : (printerUri ?? noPrinter);
  return (
    <SelectField
      label={t('print.printer')}
      width={280}
      value={chosen}
      options={[
        { value: usualPrinter, label: t('watch.usualPrinter') },
        ...(hasRoutes || chosen === routedPrinterUri
          ? [{ value: routedPrinterUri, label: t('printing.byRules') }]
          : []),
        ...printers.map(({ uri, name }) => ({ value: uri, label: name })),
        { value: noPrinter, label: t('ship.noPrint') },
      ]}
      onChange={(value) =>
        onChange({
          printerUri: value === usualPrinter ? undefined : value === noPrinter ? null : value,
        })
      }
    />
  );
}

/** How the files of the folder are taken: as what, and what happens with the orders. */
function WatchChoices({
  setting,
  onChange,
}: {
  readonly setting: WatchSetting;
  onChange(change: Partial<WatchSetting>): void;
}) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const profiles = useQuery(ask.dictionary.get.queryOptions()).data?.profiles ?? [];
  return (
    <>
      <SelectField
        label={t('watch.profile')}
        width={280}
        value={setting.profile}
        options={[
          { value: '', label: t('watch.anyProfile') },
          ...profiles.map((one) => ({ value: one.id, label: nameOf(one) })),
        ]}
        onChange={(profile) => onChange({ profile })}
      />
      <div className="stack-tight">
        <ChoiceField
          label={t('watch.action')}
          value={setting.action}
          choices={choicesOf(['import', 'ship'], (value) => t(`watch.actionOf.${value}`))}
          onChange={(action) => onChange({ action })}
        />
        <p className="soft small">{t(`watch.actionNote.${setting.action}`)}</p>
      </div>
      {setting.action === 'ship' && <WatchPrinter setting={setting} onChange={onChange} />}
    </>
  );
}

/** The folder an ERP drops order files into; off until somebody chooses one. */
export function WatchSection() {
  const { t } = useTranslation();
  const watch = useQuery(ask.watch.get.queryOptions()).data;
  const set = useAct((given: SetWatch) => core.watch.set({ setting: given }));
  const setting = watch?.setting ?? null;
  const choose = (): void => {
    void pageBridge()
      .chooseFiles('watch')
      .then(([folder]) => {
        if (folder === undefined) return;
        const { profile = '', action = 'import' } = setting ?? {};
        set.mutate({ profile, action, folderToken: folder.fileToken });
      });
  };
  if (watch === undefined) return <AwayWait what="watch" />;
  return (
    <Section title={t('settings.section.watch')}>
      {setting !== null && <AwayWait what="watch" />}
      <div className="panel panel-pad stack">
        <p>{setting === null ? t('watch.off') : t('watch.on', { folder: setting.folderName })}</p>
        {watch.code !== '' && <FailureNotice failure={{ code: watch.code }} />}
        {setting !== null && (
          <WatchChoices setting={setting} onChange={(change) => set.mutate({ ...setting, ...change })} />
        )}
        <p className="soft small">{t('watch.note')}</p>
        <div className="form-actions">
          <Button look={setting === null ? 'primary' : 'plain'} isBusy={set.isPending} onPress={choose}>
            {t(setting === null ? 'watch.choose' : 'watch.change')}
          </Button>
          {setting !== null && <Button onPress={() => set.mutate(null)}>{t('watch.turnOff')}</Button>}
        </div>
      </div>
      <h3>{t('watch.last')}</h3>
      <LastFiles watch={watch} />
    </Section>
  );
}
