import { type ThemeConfig, theme } from 'antd';

/** Colours of tokens.css that the form controls compute with; a test keeps both the same. */
const antdPalette = {
  light: {
    accent: '#0f6b63',
    surface: '#ffffff',
    text: '#1b2426',
    line: '#c3cccc',
    failed: '#b3261e',
    faint: '#647376',
  },
  dark: {
    accent: '#53c0b3',
    surface: '#1a2223',
    text: '#e6ecec',
    line: '#455456',
    failed: '#ff9d94',
    faint: '#8f9fa1',
  },
} as const;

/** Form controls in our colours, without motion and without class hashes. */
export function antdTheme(shown: 'light' | 'dark'): ThemeConfig {
  const colours = antdPalette[shown];
  return {
    algorithm: shown === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    cssVar: { key: 'shipdesk' },
    token: {
      motion: false,
      colorPrimary: colours.accent,
      colorBgContainer: colours.surface,
      colorBgElevated: colours.surface,
      colorText: colours.text,
      colorTextPlaceholder: colours.faint,
      colorBorder: colours.line,
      colorError: colours.failed,
      borderRadius: 6,
      controlHeight: 32,
      fontSize: 14,
      fontFamily: 'var(--font)',
    },
  };
}

/** What stands in index.html until the app:// handler fills it in. A nonce may itself begin with underscores. */
const placeholder = '__CSP_NONCE__';

/** The nonce for styles made at run time; undefined when nobody filled it in (then no policy asks for one). */
export function styleNonce(content: string | undefined): string | undefined {
  return content === placeholder ? undefined : content;
}
