// Drag and drop for the checker. The page works without it.
const drop = document.getElementById('drop');
const input = document.getElementById('files');
const chosen = document.getElementById('chosen');
const bounds = { files: Number(drop.dataset.files), one: Number(drop.dataset.fileBytes), all: Number(drop.dataset.allBytes) };

function size(bytes) {
  return bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function line(text, bad) {
  const li = document.createElement('li');
  li.textContent = text;
  if (bad) li.className = 'bad';
  chosen.append(li);
}

function list() {
  chosen.replaceChildren();
  const files = [...input.files];
  const all = files.reduce((n, f) => n + f.size, 0);
  if (files.length > bounds.files) line(`一次最多${bounds.files}个文件，现在选了${files.length}个`, true);
  if (all > bounds.all) line(`合计${size(all)}，超过${size(bounds.all)}，请分几次提交`, true);
  for (const f of files) line(`${f.name}　${size(f.size)}${f.size > bounds.one ? '　文件太大' : ''}`, f.size > bounds.one);
}

input.addEventListener('change', list);
for (const kind of ['dragenter', 'dragover'])
  drop.addEventListener(kind, (e) => {
    e.preventDefault();
    drop.classList.add('over');
  });
for (const kind of ['dragleave', 'drop']) drop.addEventListener(kind, () => drop.classList.remove('over'));
drop.addEventListener('drop', (e) => {
  e.preventDefault();
  if (e.dataTransfer.files.length === 0) return;
  input.files = e.dataTransfer.files;
  list();
});
drop.addEventListener('submit', () => {
  document.getElementById('busy').hidden = false;
  drop.querySelector('button').setAttribute('aria-disabled', 'true');
});
// Coming back with the browser's own button shows the form as it was.
window.addEventListener('pageshow', () => {
  document.getElementById('busy').hidden = true;
});
