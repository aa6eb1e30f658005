import { useTranslation } from 'react-i18next';
import { useCopy } from '../useCopy.ts';
import './server.css';
import { serverStatements } from '../../../shared/rules/serverStatements.ts';
import { Button } from '../../parts/Button.tsx';

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
  const copy = useCopy();
  return (
    <details className="server-statements">
      <summary>{t('workstations.statements')}</summary>
      <div className="stack">
        <p className="soft small">{t('workstations.statementsNote')}</p>
        <pre className="server-code">{text}</pre>
        <p className="soft small">{t('workstations.admit', names)}</p>
        <div>
          <Button size="small" icon="copy" onPress={() => copy(`${text}\n`)}>
            {t('common.copy')}
          </Button>
        </div>
      </div>
    </details>
  );
}
