/** The look of the bridge's own pages: one quiet card, light or dark as the person prefers. */
export const pageStyle = `
:root {
    color-scheme: light dark;
    --page: light-dark(#f3f5f8, #12161b);
    --card: light-dark(#ffffff, #1b2129);
    --text: light-dark(#17212b, #edf1f5);
    --quiet: light-dark(#51606f, #aab6c3);
    --line: light-dark(#d5dce4, #333d48);
    --accent: light-dark(#0b5cab, #7fbcff);
    --on-accent: light-dark(#ffffff, #0b1a2b);
}
* { box-sizing: border-box; }
body {
    margin: 0;
    min-height: 100vh;
    display: grid;
    grid-template-columns: minmax(0, 36rem);
    place-content: center;
    padding: 1.5rem;
    background: var(--page);
    color: var(--text);
    font: 1rem/1.6 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main {
    padding: clamp(1.5rem, 6vw, 2.75rem);
    border: 1px solid var(--line);
    border-radius: 0.75rem;
    background: var(--card);
}
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 0; font-size: 1rem; }
p { margin: 0 0 1rem; text-wrap: pretty; overflow-wrap: anywhere; }
.protocol { margin-bottom: 0.5rem; color: var(--quiet); font-size: 0.875rem; }
.protocol strong { color: var(--text); font-weight: 600; font-variant-numeric: tabular-nums; }
.quiet { color: var(--quiet); font-size: 0.875rem; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1.5rem 0 0; padding: 0; list-style: none; }
a { color: var(--accent); text-underline-offset: 0.2em; }
.actions a {
    display: inline-block;
    padding: 0.5rem 1.125rem;
    border: 1px solid var(--accent);
    border-radius: 0.375rem;
    font-weight: 600;
    text-decoration: none;
}
.actions li:first-child a { background: var(--accent); color: var(--on-accent); }
.actions a:hover { text-decoration: underline; }
a:focus-visible, audio:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 0.375rem; }
.parts { margin: 1.5rem 0; padding: 0; list-style: none; }
.parts li { padding: 1rem 0; border-top: 1px solid var(--line); }
.part { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; justify-content: space-between; }
audio { display: block; width: 100%; margin-top: 0.75rem; }
main > :last-child { margin-bottom: 0; }
`;
