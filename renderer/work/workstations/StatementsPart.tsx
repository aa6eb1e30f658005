import { useTranslation } from 'react-i18next';
import './server.css';
import { serverStatements } from '../../../shared/rules/serverStatements.ts';
import { pageBridge } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';

interface StatementsPartProps {
  readonly user: string;
  readonly database: string;
}

const usual = 'shipdesk';

/** What the administrator of the server runs once: a role that may do no more than keep this book. */
export function StatementsPart({ user, database }: StatementsPartProps) {
  const { t } = useTranslation();
  const names = { user: user.trim() || usual, database: database.trim() || usual };
  const text = serverStatements(names).join('\n');
  const copy = (): void => {
    void pageBridge().copyText(`${text}\n`);
    say({ tone: 'done', says: t('common.copied') });
  };
  return (
    <details className="server-statements">
      <summary>{t('workstations.statements')}</summary>
      <div className="stack">
        <p className="soft small">{t('workstations.statementsNote')}</p>
        <pre className="server-code">{text}</pre>
        <p className="soft small">{t('workstations.admit', names)}</p>
        <div>
          <Button size="small" icon="copy" onPress={copy}>
            {t('common.copy')}
          </Button>
        </div>
      </div>
    </details>
  );
}
