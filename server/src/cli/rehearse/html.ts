/** A page that stands alone. */

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** @param css how it looks; a scenario’s words in it have to be escaped for it */
export function page(title: string, language: string, body: string, css = style): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body><main>${body}</main></body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; --ink: #1b2733; --soft: #5b6b7a; --line: #d5dce3; --fill: #1f6f8b; --paper: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --soft: #a3b1bf; --line: #33414e; --fill: #5bb3cf; --paper: #12181e; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans CJK JP", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dt { color: var(--soft); } dd { margin: 0; }
.row { display: grid; grid-template-columns: minmax(10rem, 24rem) 1fr 4rem; gap: .2rem .8rem; align-items: center; padding: .15rem 0; break-inside: avoid; }
.row .label { overflow-wrap: anywhere; } .row .value { text-align: right; font-variant-numeric: tabular-nums; }
.note { color: var(--soft); font-size: .85em; }
.never { color: #b3261e; } @media (prefers-color-scheme: dark) { .never { color: #ff9d94; } }
svg { display: block; width: 100%; height: 14px; } svg text { fill: var(--ink); }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .5rem; border-bottom: 1px solid var(--line); } td { font-variant-numeric: tabular-nums; }
@media (max-width: 40rem) { .row { grid-template-columns: 1fr 4rem; } .row svg { grid-column: 1 / -1; grid-row: 2; } table { display: block; overflow-x: auto; } }
@media print { main { max-width: none; padding: 0; } }
`;
