import type { ThemeConfig } from 'antd';

const SANS = '"Noto Sans SC","Source Han Sans SC","思源黑体","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** The house's colours: one main blue; red is overdue or wrong, ochre due soon; done is blue with a tick. */
export const COLOURS = {
  blue: '#17457a',
  blueDeep: '#0e2f57',
  blueWash: '#eaf1f8',
  blueLine: '#c7d9ec',
  red: '#a61b1b',
  redWash: '#fbedec',
  ochre: '#855000',
  ochreWash: '#fcf3e0',
  ink: '#17202b',
  ink2: '#3f4c5c',
  ink3: '#586677',
  line: '#dbe1e8',
  control: '#7a889a',
  mist: '#f5f7f9',
} as const;

export const theme: ThemeConfig = {
  token: {
    colorPrimary: COLOURS.blue,
    colorLink: COLOURS.blue,
    colorError: COLOURS.red,
    colorWarning: COLOURS.ochre,
    colorSuccess: COLOURS.blue,
    colorInfo: COLOURS.blue,
    colorText: COLOURS.ink,
    colorTextSecondary: COLOURS.ink2,
    colorTextTertiary: COLOURS.ink3,
    colorTextPlaceholder: COLOURS.ink3,
    colorBorder: COLOURS.control,
    colorBorderSecondary: COLOURS.line,
    colorWarningBg: COLOURS.ochreWash,
    colorWarningBorder: COLOURS.ochre,
    colorErrorBg: COLOURS.redWash,
    colorErrorBorder: COLOURS.red,
    colorInfoBg: COLOURS.blueWash,
    colorInfoBorder: COLOURS.blueLine,
    colorSuccessBg: COLOURS.blueWash,
    colorSuccessBorder: COLOURS.blueLine,
    colorBgLayout: '#f0f3f7',
    borderRadius: 4,
    borderRadiusLG: 6,
    fontFamily: SANS,
    fontSize: 14,
    controlHeight: 34,
    motion: false,
    boxShadow: 'none',
    boxShadowSecondary: '0 2px 8px rgba(23,32,43,.12)',
  },
  components: {
    Table: { headerBg: COLOURS.mist, cellPaddingBlock: 6, cellPaddingInline: 8, fontSize: 13 },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
};
