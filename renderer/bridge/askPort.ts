import { pageBridge } from './page.ts';

// Imported before all else: main hands the port over while the rest of the script runs, and it is heard when that has ended.
pageBridge().connect();
