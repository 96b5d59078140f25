/** Has the worker keep what the open screen needs, once the page has come to rest. */
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { workerPath } from './built-shell';
import { type KeepWish, screenOf } from './shell-request';

/** Nothing of it counts among what a person waits for, and by then most files are here, in ms. */
const restMs = 10_000;
const againMs = 30_000;

export function OfflineShell() {
  const screen = screenOf(useLocation().pathname);
  useEffect(() => {
    if (!isPossible()) return;
    let timer = 0;
    let isGone = false;
    const ask = async () => {
      clearTimeout(timer);
      const isKept = await askWorker({ type: 'keep', screen }).catch(() => true);
      // The line broke, or the server changed to another build, whose worker comes with the next page.
      if (!isKept && !isGone) timer = window.setTimeout(() => void ask(), againMs);
    };
    const askAgain = () => void ask();
    const stopWaiting = onceAtRest(() => {
      navigator.serviceWorker.addEventListener('controllerchange', askAgain);
      window.addEventListener('online', askAgain);
      void ask();
    });
    return () => {
      isGone = true;
      stopWaiting();
      clearTimeout(timer);
      navigator.serviceWorker.removeEventListener('controllerchange', askAgain);
      window.removeEventListener('online', askAgain);
    };
  }, [screen]);
  return null;
}

/** Browsers have workers on HTTPS and on this machine only; elsewhere all goes on as without one. */
function isPossible(): boolean {
  return import.meta.env.PROD && window.isSecureContext && 'serviceWorker' in navigator;
}

/** Resolves to whether all of it is kept. Rejects where there can be no worker, as with a certificate nobody vouches for. */
async function askWorker(wish: KeepWish): Promise<boolean> {
  await navigator.serviceWorker.register(workerPath, { updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
    active?.postMessage(wish, [port2]);
  });
}

function onceAtRest(run: () => void): () => void {
  let timer = 0;
  const wait = () => {
    const passedMs = performance.now();
    timer = window.setTimeout(run, Math.max(restMs - passedMs, 1_000));
  };
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
  return () => {
    window.removeEventListener('load', wait);
    clearTimeout(timer);
  };
}
