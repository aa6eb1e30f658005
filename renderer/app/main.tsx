import '../bridge/askPort.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/tokens.css';
import './theme/base.css';
import './theme/tickBoxes.css';
import './theme/enlarged.css';
import './theme/forcedColors.css';
import { ask, connectCore } from '../bridge/core.ts';
import { reportStarting } from '../bridge/longRuns.ts';
import { followChanges, queryClient } from '../bridge/queryClient.ts';
import { questions } from '../bridge/questions.ts';
import { App } from './App.tsx';
import { startText } from './startText.ts';

connectCore();
followChanges();
// What anybody may ask and the window begins with: the answers come while it is drawn, not one after the other behind it.
void queryClient.prefetchQuery(ask.session.state.queryOptions());
void queryClient.prefetchQuery(ask.operators.state.queryOptions());
void queryClient.prefetchQuery(questions.status());
reportStarting();
void startText().then(() => {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root element');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
});
