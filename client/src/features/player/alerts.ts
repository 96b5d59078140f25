/**
 * Calls a person back to the screen: two soft tones made here, and a notice of the system's while the
 * page is hidden. It says only that something came: a notice may stand on a locked screen.
 */
import { alertSettings } from './alert-settings';

let audio: AudioContext | null = null;

/** Browsers let a page sound only after somebody pressed something; a switch is such a press. */
export function playTone(): void {
  try {
    audio ??= new AudioContext();
    void audio.resume().catch(() => undefined);
    const at = audio.currentTime;
    for (const [index, hertz] of [660, 880].entries()) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const start = at + index * 0.16;
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(0.18, start + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + 0.32);
    }
  } catch {
    // A device without sound is told by the screen alone.
  }
}

/** Only over HTTPS or on the same machine, and not in every browser. */
export function canNotify(): boolean {
  return window.isSecureContext && 'Notification' in window;
}

/** Asks the person once; false where they or the browser said no. */
export async function mayNotify(): Promise<boolean> {
  if (!canNotify()) return false;
  const answer =
    Notification.permission === 'default'
      ? await Notification.requestPermission()
      : Notification.permission;
  return answer === 'granted';
}

export function alertPerson(title: string, exercise: string): void {
  const { hasSound, hasNotices } = alertSettings();
  if (hasSound) playTone();
  if (!hasNotices || !document.hidden || !canNotify() || Notification.permission !== 'granted') {
    return;
  }
  try {
    const notice = new Notification(`EXERCISE · ${title}`, { body: exercise, tag: 'trilogue' });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
  } catch {
    // Some phones know notices of service workers only.
  }
}
