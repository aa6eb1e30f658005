import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/tokens.css';
import './theme/base.css';
import { connectCore } from '../bridge/core.ts';
import { tellStarting } from '../bridge/longRuns.ts';
import { queryClient } from '../bridge/queryClient.ts';
import { App } from './App.tsx';
import { startText } from './startText.ts';

connectCore();
tellStarting();
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
