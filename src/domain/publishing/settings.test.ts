import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, readBody, settingsOf } from './entries/entry.ts';
import { leadersOn, settingsChanges, settingsProblems } from './settings.ts';

const SITE = { name: '', organiser: '', domain: '', idCode: '', icp: '', police: '', contact: '', reportErrors: '' };
const problems = (part: object) => settingsProblems({ ...DEFAULT_SETTINGS, ...part }).join('；');

describe('公开设置', () => {
  it('take a 统一社会信用代码 only with the right check character', () => {
    expect(problems({ creditCode: '11341702486344515H' })).toBe('');
    expect(problems({ creditCode: '11341702486344515J' })).toContain('“统一社会信用代码”11341702486344515J不对');
    expect(problems({ creditCode: '1134170248634451H' })).toContain('18位');
    expect(problems({ creditCode: null })).toBe('');
  });

  it('say at which field something is wrong, in words', () => {
    expect(problems({ thresholds: { homepage: 3 } })).toContain('“更新期限”');
    expect(problems({ words: { 部份: '部份' } })).toContain('“自用词表”里“部份”');
    expect(problems({ formerNames: { 民政: '民政局' } })).toContain('把对的也当成错的');
    expect(problems({ leaders: { 李示例: '' } })).toContain('李示例没有写职务');
    expect(problems({ leadersUntil: { 李示例: '2026-01-01' } })).toContain('不在领导名单中');
    expect(problems({ site: { ...SITE, domain: 'https://x.gov.cn' } })).toContain('“网站域名”');
    expect(problems({ site: { ...SITE, domain: 'www.example.gov.cn', idCode: '3418020037' } })).toBe('');
    expect(problems({ site: { ...SITE, reportErrors: 'javascript:alert(1)' } })).toContain('“找错入口”');
    expect(readBody('settings', { ...DEFAULT_SETTINGS, reassessMonths: 0 })).toMatchObject({
      refused: '公开设置没有保存：“几个月评估一次”填写的内容不符合要求。',
    });
  });

  it('hold a leader to the post up to the last day in it', () => {
    const s = { leaders: { 李示例: '镇长', 王示例: '副镇长' }, leadersUntil: { 李示例: '2026-05-31' } };
    expect(Object.keys(leadersOn(s, '2026-05-31'))).toEqual(['李示例', '王示例']);
    expect(Object.keys(leadersOn(s, '2026-06-01'))).toEqual(['王示例']);
  });

  it('kept before a question was asked answer it as it comes along', () => {
    const { frequentSearches: _, ...old } = DEFAULT_SETTINGS;
    expect(settingsOf({ body: { ...old, reassessMonths: 6 } as typeof DEFAULT_SETTINGS })).toEqual({
      ...DEFAULT_SETTINGS,
      reassessMonths: 6,
    });
  });

  it('tell what a version changed, and nothing else', () => {
    const after = { ...DEFAULT_SETTINGS, portal: true, thresholds: { news: 7 }, words: { 部份: '部分' } };
    expect(settingsChanges(DEFAULT_SETTINGS, after)).toEqual([
      { label: '本系统的公开页', before: '不开通', after: '开通' },
      { label: '更新期限：动态、要闻类栏目', before: '14天（通常要求）', after: '7天' },
      { label: '自用词表', before: '', after: '部份→部分' },
    ]);
    expect(settingsChanges(after, after)).toEqual([]);
  });
});
