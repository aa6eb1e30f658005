import { type ThemeConfig, theme } from 'antd';

/** Colours of tokens.css that the form controls compute with; a test keeps both the same. */
const antdPalette = {
  light: {
    accent: '#0b6b62',
    surface: '#ffffff',
    raised: '#ffffff',
    text: '#14191a',
    control: '#7a8587',
    select: '#e4eaf0',
    hover: '#f0f2f1',
    failed: '#b3261e',
    faint: '#5f6a6c',
  },
  dark: {
    accent: '#53c0b3',
    surface: '#171d1e',
    raised: '#242d2e',
    text: '#e8edec',
    control: '#718082',
    select: '#26323d',
    hover: '#1f2728',
    failed: '#ff9d94',
    faint: '#8e9b9d',
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
      colorBgElevated: colours.raised,
      colorText: colours.text,
      colorTextPlaceholder: colours.faint,
      colorBorder: colours.control,
      colorError: colours.failed,
      controlItemBgActive: colours.select,
      controlItemBgHover: colours.hover,
      borderRadius: 6,
      controlHeight: 32,
      fontSize: 14,
      fontFamily: 'var(--font)',
    },
  };
}

/** What is in index.html until the app:// handler fills it in. A nonce may itself begin with underscores. */
const placeholder = '__CSP_NONCE__';

/** The nonce for styles made at run time; undefined when nobody filled it in (then no policy asks for one). */
export function styleNonce(content: string | undefined): string | undefined {
  return content === placeholder ? undefined : content;
}
