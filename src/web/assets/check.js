// The checker's page: drag and drop, limits told before sending, a line of progress for every file. It works without this, too.
const form = document.getElementById('drop');
const main = document.getElementById('main');

function size(bytes) {
  return bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function element(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** What can be done with results, whether they came as a page or were put into it. */
function tend(root) {
  for (const radio of root.querySelectorAll('.show input'))
    radio.addEventListener('change', () => {
      const folded = radio.closest('.result').querySelector('details.group.info');
      if (folded && radio.value === 'info') folded.open = true;
    });
}

function enliven(root) {
  tend(root);
  for (const button of root.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  // Browsers refuse long data addresses; as an object in memory the same file has no limit.
  for (const link of root.querySelectorAll('a[download][href^="data:"]')) {
    const [head, content] = link.href.split(',');
    const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
    link.href = URL.createObjectURL(new Blob([bytes], { type: head.slice(5).replace(';base64', '') }));
  }
}

// What is folded is printed, too.
let unfolded = [];
window.addEventListener('beforeprint', () => {
  unfolded = [...document.querySelectorAll('.result details:not([open])')];
  for (const d of unfolded) d.open = true;
});
window.addEventListener('afterprint', () => {
  for (const d of unfolded) d.open = false;
});

function startUpload() {
  const input = document.getElementById('files');
  const before = document.getElementById('previous');
  const chosen = document.getElementById('chosen');
  const problems = document.getElementById('problems');
  const bounds = { files: Number(form.dataset.files), one: Number(form.dataset.fileBytes), all: Number(form.dataset.allBytes) };

  /** What stands against sending these files, in words; empty: nothing. */
  function wrong() {
    const files = [...input.files];
    const all = [...files, ...before.files].reduce((n, f) => n + f.size, 0);
    const said = [];
    if (files.length > bounds.files) said.push(`一次最多${bounds.files}个文件，现在选了${files.length}个，请分几次提交，或打成 ZIP`);
    if (all > bounds.all) said.push(`合计${size(all)}，超过${size(bounds.all)}，请分几次提交`);
    for (const f of [...files, ...before.files]) {
      if (f.size > bounds.one) said.push(`“${f.name}”有${size(f.size)}，超过${size(bounds.one)}，请只提供年报本身`);
      if (f.size === 0) said.push(`“${f.name}”是空的，请重新选`);
    }
    if (files.length === 0) said.push('没有选择文件');
    return said;
  }

  function tell(said) {
    problems.hidden = said.length === 0;
    if (said.length === 0) return;
    problems.querySelector('h2').textContent = `有${said.length}处要改`;
    problems.querySelector('ul').replaceChildren(
      ...said.map((text) => {
        const li = document.createElement('li');
        const a = element('a', text);
        a.href = '#files';
        li.append(a);
        return li;
      }),
    );
  }

  function list() {
    chosen.replaceChildren(
      ...[...input.files].map((f) => element('li', `${f.name}　${size(f.size)}`, f.size > bounds.one || f.size === 0 ? 'bad' : '')),
    );
    tell(input.files.length === 0 ? [] : wrong());
  }

  input.addEventListener('change', list);
  before.addEventListener('change', list);
  for (const kind of ['dragenter', 'dragover'])
    form.addEventListener(kind, (e) => {
      e.preventDefault();
      form.classList.add('over');
    });
  for (const kind of ['dragleave', 'drop']) form.addEventListener(kind, () => form.classList.remove('over'));
  form.addEventListener('drop', (e) => {
    e.preventDefault();
    if (e.dataTransfer.files.length === 0) return;
    input.files = e.dataTransfer.files;
    list();
  });
  form.addEventListener('submit', (e) => {
    const said = wrong();
    tell(said);
    if (said.length > 0) {
      e.preventDefault();
      problems.focus();
      return;
    }
    // A file is wanted at once: the browser's own way of saving it.
    if (form.elements.shape.value !== 'page') return;
    e.preventDefault();
    send([...input.files]);
  });
}

function send(files) {
  const run = document.getElementById('run');
  const lines = document.getElementById('run-files');
  const say = document.getElementById('run-line');
  const bar = document.getElementById('run-bar');
  const stop = document.getElementById('stop');
  const about = document.getElementById('about');
  const parts = [form, about];
  const rows = new Map();
  const ended = new Set();
  let uploaded = false;
  let spoken = -10000;

  /** Said aloud now and then, not at every step. */
  function tellState(text, last) {
    if (!last && performance.now() - spoken < 1500) return;
    spoken = performance.now();
    say.textContent = text;
  }

  function row(key, name) {
    const li = document.createElement('li');
    const words = element('span', '等着上传', 'state');
    li.append(element('b', name), words);
    lines.append(li);
    rows.set(key, { li, words });
  }

  function state(key, kind, words) {
    const { li, words: span } = rows.get(key);
    li.className = kind;
    span.textContent = words;
  }

  lines.replaceChildren();
  bar.value = 0;
  say.textContent = '';
  for (const [i, f] of files.entries()) row(`f${i}`, f.name);
  for (const part of parts) part.hidden = true;
  run.hidden = false;
  document.getElementById('run-title').focus();

  const request = new XMLHttpRequest();
  let read = 0;
  let over = false;

  function back(said) {
    if (over) return;
    over = true;
    run.hidden = true;
    for (const part of parts) part.hidden = false;
    const problems = document.getElementById('problems');
    problems.hidden = false;
    problems.querySelector('h2').textContent = said.title;
    const li = element('li', said.advice);
    problems.querySelector('ul').replaceChildren(li);
    problems.focus();
  }

  function whole() {
    const all = Math.max(files.length, rows.size);
    bar.value = 30 + (70 * ended.size) / all;
    tellState(`已查完${ended.size}份，共${all}份`, ended.size === all);
  }

  function take(line) {
    if (line.state === 'problem') return back(line);
    if (line.state === 'end') {
      over = true;
      const crumbs = main.querySelector('.crumbs');
      main.innerHTML = line.html;
      if (crumbs) main.prepend(crumbs);
      main.classList.add('wide');
      document.title = document.title.replace(/^[^-]*/, `${line.title} `);
      enliven(main);
      window.scrollTo(0, 0);
      main.querySelector('h1').focus();
      return;
    }
    const key = `n${line.n}`;
    if (!rows.has(key)) row(key, line.file);
    state(key, line.state, line.words);
    if (line.state === 'done' || line.state === 'unread') ended.add(key);
    whole();
  }

  request.upload.addEventListener('progress', (e) => {
    let from = 0;
    bar.value = e.total ? (30 * e.loaded) / e.total : 0;
    tellState(`正在上传，${size(e.loaded)}，共${size(e.total)}`, e.loaded === e.total);
    for (const [i, f] of files.entries()) {
      const part = Math.min(1, Math.max(0, (e.loaded - from) / Math.max(1, f.size)));
      if (part > 0) state(`f${i}`, 'sending', part >= 1 ? '已上传' : `正在上传 ${Math.floor(part * 100)}%`);
      from += f.size;
    }
  });
  request.addEventListener('progress', () => {
    if (!request.getResponseHeader('content-type')?.startsWith('application/x-ndjson')) return;
    if (!uploaded) {
      // From now on the lines are the server's: a ZIP shows what it holds.
      uploaded = true;
      spoken = -10000;
      lines.replaceChildren();
      rows.clear();
    }
    const text = request.responseText;
    for (let end = text.indexOf('\n', read); end >= 0; end = text.indexOf('\n', read)) {
      const line = text.slice(read, end);
      read = end + 1;
      take(JSON.parse(line));
    }
  });
  request.addEventListener('load', () => {
    if (request.status === 200) return over || back({ title: '这次没有查完', advice: '连接中断了。请再提交一次。' });
    const told = new DOMParser().parseFromString(request.responseText, 'text/html');
    const summary = told.querySelector('.error-summary:not([hidden]) li')?.textContent;
    back({
      title: summary ? '有1处要改' : (told.querySelector('h1')?.textContent ?? '这次没有查成'),
      advice: summary ?? told.querySelector('h1 + p')?.textContent ?? '请过一会儿再提交。',
    });
  });
  request.addEventListener('error', () => back({ title: '没有连上服务器', advice: '请检查网络，再提交一次。文件没有保存。' }));
  stop.onclick = () => {
    request.abort();
    back({ title: '已经停下', advice: '没有查完；文件没有保存。可以重新提交。' });
  };
  request.open('POST', '/check');
  request.setRequestHeader('accept', 'application/x-ndjson');
  request.send(new FormData(form));
}

tend(document);
if (form) startUpload();
// Coming back with the browser's own button shows the form as it was.
window.addEventListener('pageshow', () => {
  const busy = document.getElementById('busy');
  if (busy) busy.hidden = true;
});
