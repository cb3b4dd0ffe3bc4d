// An agenda under its secret address: its page has no other script. Where the reader leaves the box ticked, the worker keeps
// the page; what she chose stays in her browser.
const box = document.querySelector('[data-keep-here]');
const CHOICE = 'causeway-keep-agenda';

async function settle(isWanted) {
  const registration = await navigator.serviceWorker.register('/service-worker.js');
  if (isWanted) {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ kind: 'keep', path: location.pathname });
  } else {
    const kept = await caches.open('kept:guest');
    await kept.delete(location.origin + location.pathname);
    // Nobody else needs it here when nothing is kept.
    if ((await caches.keys()).filter((name) => name.startsWith('kept:')).length <= 1 && (await kept.keys()).length === 0)
      await registration.unregister();
  }
}

if (box && 'serviceWorker' in navigator) {
  const input = box.querySelector('input');
  input.checked = localStorage.getItem(CHOICE) !== 'no';
  box.hidden = false;
  input.addEventListener('change', () => {
    localStorage.setItem(CHOICE, input.checked ? 'yes' : 'no');
    settle(input.checked).catch(() => undefined);
  });
  if (input.checked) settle(true).catch(() => undefined);
}
