import { Alert, Button, Checkbox, Flex, Input } from 'antd';
import { useState } from 'react';
import type { SettingsAnswer } from '../../../web/api/publishingTypes.ts';
import { ErrorBox, namedFields } from './ErrorBox.tsx';
import { Line } from './Field.tsx';
import { PairRows } from './PairRows.tsx';
import { bodyOf, LABELS, SITE, type Typed, typedOf } from './settingsDraft.ts';
import { useEntry } from './usePublishing.ts';

/** Everything an office sets once; what is wrong is said at its field. */
export function SettingsForm({ answer, may }: { readonly answer: SettingsAnswer; readonly may: boolean }) {
  const { body, thresholds, township, top, siteRule, entry } = answer;
  const [now, setNow] = useState<Typed>(() => typedOf(body));
  const [reason, setReason] = useState('');
  const { save } = useEntry('settings');
  const set = (part: Partial<Typed>) => setNow({ ...now, ...part });
  const named = namedFields(save.error, LABELS);
  const text = (id: string, value: string, onChange: (v: string) => void, more: { type?: string; hint?: string; numeric?: true } = {}) => (
    <Line key={id} id={id} label={LABELS[id] ?? ''} hint={more.hint} problem={named.get(id)}>
      <Input
        id={id}
        type={more.type ?? 'text'}
        inputMode={more.numeric ? 'numeric' : undefined}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
    </Line>
  );
  return (
    <form
      className="record panel settings"
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate({ entry, body: bodyOf(now, body, top), reason });
      }}
    >
      <ErrorBox error={save.error} labels={LABELS} />
      <fieldset disabled={!may}>
        <h2>本单位</h2>
        {text('t-creditCode', now.creditCode, (creditCode) => set({ creditCode }), {
          hint: '18位；填了以后，新建信息的索引号用它开头，已有的索引号不变',
        })}
        {text('t-startedOn', now.startedOn, (startedOn) => set({ startedOn }), {
          type: 'date',
          hint: '开始使用本系统的日子；这一天以前就该做的事不进待办',
        })}
        {text('t-reassess', now.reassess, (reassess) => set({ reassess }), {
          numeric: true,
          hint: '不公开的信息隔几个月重新评估；条例第十八条没有规定多久，按本单位的安排填',
        })}
        <h2>本系统的公开页</h2>
        {township && <Alert type="info" title={siteRule.says} description={siteRule.basis.join('，')} />}
        <Checkbox checked={now.portal} onChange={(e) => set({ portal: e.target.checked })}>
          在本系统的公开页上发布信息
        </Checkbox>
        {text('t-frequent', now.frequent, (frequent) => set({ frequent }), {
          hint: '公开页首页搜索框下面的几个词，用顿号隔开；不填用通常的几个',
        })}
        <h2 id="t-thresholds" tabIndex={-1}>
          更新期限
        </h2>
        <p className="hint">超过这么多天没有更新就提醒。不填按通常要求；本地要求更严的，填本地的。</p>
        {named.get('t-thresholds') && <div className="problem">{named.get('t-thresholds')}</div>}
        <div className="even">
          {thresholds.map((t) => (
            <Line key={t.key} id={`t-th-${t.key}`} label={t.label} hint={`通常${t.days}天（${t.evidence}，${t.checkedOn}）`}>
              <Input
                id={`t-th-${t.key}`}
                inputMode="numeric"
                suffix="天"
                value={now.thresholds[t.key] ?? ''}
                placeholder={String(t.days)}
                onChange={(e) => set({ thresholds: { ...now.thresholds, [t.key]: e.target.value } })}
              />
            </Line>
          ))}
        </div>
        <h2>发布前检查用的词</h2>
        <PairRows
          id="t-leaders"
          label="领导姓名和职务"
          hint="正文里姓名和职务对不上时提醒；离任的填任职至哪一天，之后的信息不再对照"
          problem={named.get('t-leaders')}
          cells={['姓名', '职务', '任职至']}
          rows={now.leaders}
          onChange={(leaders) => set({ leaders })}
        />
        <PairRows
          id="t-formerNames"
          label="错误或者旧的名称"
          hint="机构改革前的旧名、常写错的名称"
          problem={named.get('t-formerNames')}
          cells={['错误或旧的', '正确名称']}
          rows={now.formerNames}
          onChange={(formerNames) => set({ formerNames })}
        />
        <PairRows
          id="t-words"
          label="自用词表"
          hint="常写错、常写重的词；正确写法空着表示删去"
          problem={named.get('t-words')}
          cells={['错误写法', '正确写法']}
          rows={now.words}
          onChange={(rows) => set({ words: rows })}
        />
        <Line
          id="t-agencyNames"
          label="机关单位规范名称"
          hint="一行一个；填发布机构、承办单位时可以直接选"
          problem={named.get('t-agencyNames')}
        >
          <Input.TextArea
            id="t-agencyNames"
            autoSize={{ minRows: 2, maxRows: 10 }}
            value={now.agencyNames}
            onChange={(e) => set({ agencyNames: e.target.value })}
          />
        </Line>
        <h2>页脚</h2>
        {top ? (
          <div className="even">
            {SITE.map(([key, , hint]) =>
              text(`t-site-${key}`, now.site[key], (v) => set({ site: { ...now.site, [key]: v } }), hint ? { hint } : {}),
            )}
          </div>
        ) : (
          <p className="hint">主办单位、网站标识码、备案号等由上级单位统一设置，各单位页面一样。</p>
        )}
        {may && (
          <>
            <Line
              id="t-reason"
              label="修改的原因"
              hint={township ? '可不填；开通公开页时要写依据。会留在修改记录里' : '可不填；会留在修改记录里'}
              problem={named.get('t-reason')}
            >
              <Input id="t-reason" value={reason} maxLength={500} onChange={(e) => setReason(e.target.value)} />
            </Line>
            <Flex gap={8} className="actions">
              <Button type="primary" htmlType="submit" loading={save.isPending}>
                保存
              </Button>
            </Flex>
          </>
        )}
      </fieldset>
    </form>
  );
}
