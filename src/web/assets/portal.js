// 朗读、打印: two buttons that do nothing without scripts and are hidden then. Reads the page aloud with the browser's own voice.
(() => {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  const voice = window.speechSynthesis;
  if (!voice || !window.SpeechSynthesisUtterance) return;
  const main = document.getElementById('main');
  const elder = document.documentElement.classList.contains('elder');
  if (elder && main && !document.querySelector('[data-read]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.read = '';
    button.className = 'no-print';
    button.textContent = '朗读本页';
    const hero = document.querySelector('.hero');
    if (hero) hero.append(button);
    else main.prepend(button);
  }
  const stop = (button) => {
    voice.cancel();
    button.textContent = button.dataset.words;
    button.setAttribute('aria-pressed', 'false');
  };
  for (const button of document.querySelectorAll('[data-read]')) {
    button.hidden = false;
    button.dataset.words = button.textContent;
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-pressed') === 'true') return stop(button);
      const source = document.querySelector('article') ?? main;
      const parts = [...source.querySelectorAll('h1, h2, h3, p, li, dt, dd, td, th')]
        .filter((e) => !e.closest('.no-print, .pager, nav') && !e.querySelector('p, li'))
        .map((e) => e.textContent.trim())
        .filter((t) => t !== '');
      parts.forEach((text, i) => {
        const words = new SpeechSynthesisUtterance(text);
        words.lang = 'zh-CN';
        words.rate = elder ? 0.85 : 1;
        if (i === parts.length - 1) words.onend = () => stop(button);
        voice.speak(words);
      });
      button.textContent = '停止朗读';
      button.setAttribute('aria-pressed', 'true');
    });
  }
})();
