/** A small drawing for each channel, so that a card looks like what it is. */
import type { Channel } from '@trilogue/engine/scenario/inject-schema';

const paths: { readonly [Name in Channel]: string } = {
  email: '<path d="M1.5 3.5h13v9h-13zM1.5 4l6.5 5 6.5-5"/>',
  news: '<path d="M2 2.5h10v11H3.5A1.5 1.5 0 0 1 2 12zM12 6h2v6a1.5 1.5 0 0 1-1.5 1.5M4 5h6M4 7.5h6M4 10h4"/>',
  social: '<path d="M2 2.5h12v8.5H7l-3.5 3v-3H2zM4.5 5.5h7M4.5 8h5"/>',
  call: '<path d="M4 1.8 2 3.5c0 6 4.5 10.5 10.5 10.7L14 12l-3-2-1.6 1.2C7.5 10.3 5.7 8.5 4.9 6.6L6 5z"/>',
  alert: '<path d="M8 1.8 15 14H1zM8 6v4M8 11.6v.8"/>',
  letter: '<path d="M3 1.5h7l3 3v10H3zM10 1.5v3h3M5 7h6M5 9.5h6M5 12h3"/>',
};

export function channelIcon(channel: Channel): string {
  return `<svg viewBox="0 0 16 16" aria-hidden="true">${paths[channel]}</svg>`;
}
