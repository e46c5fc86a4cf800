/** The look of the org's own pages, light or dark as the person prefers. */
export const pageStyle = `
:root {
    color-scheme: light dark;
    --page: light-dark(#eef2f7, #14181d);
    --card: light-dark(#fff, #1f252c);
    --text: light-dark(#16202c, #eceff3);
    --quiet: light-dark(#4b5a6b, #b0bac6);
    --line: light-dark(#b9c4d0, #4a5562);
    --accent: light-dark(#0b5cab, #78b8ff);
    --on-accent: light-dark(#fff, #0d1a29);
    --chosen: light-dark(#eaf3fc, #1c3046);
    --error: light-dark(#a61b14, #ff9d94);
    --on-error: light-dark(#fdf0ee, #3a1f1e);
}
* { box-sizing: border-box; }
body {
    margin: 0;
    min-height: 100vh;
    display: grid;
    place-items: center;
    padding: 1.5rem;
    background: var(--page);
    color: var(--text);
    font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main {
    width: min(30rem, 100%);
    padding: 2rem;
    border: 1px solid var(--line);
    border-top: 4px solid var(--accent);
    border-radius: 0.5rem;
    background: var(--card);
}
h1 { margin: 0 0 0.25rem; font-size: 1.5rem; line-height: 1.25; }
h2, legend { margin: 0; padding: 0; font-size: 1rem; font-weight: 600; }
p { margin: 0 0 1rem; text-wrap: pretty; }
.quiet { color: var(--quiet); font-size: 0.875rem; }
.error {
    padding: 0.75rem 1rem;
    border-left: 4px solid var(--error);
    border-radius: 0.25rem;
    background: var(--on-error);
    color: var(--error);
}
ul { margin: 0.25rem 0 1.25rem; padding-left: 1.25rem; }
fieldset { margin: 0 0 1.25rem; padding: 0; border: 0; }
.users {
    display: grid;
    gap: 0.5rem;
    max-height: 22rem;
    margin: 0.5rem -3px 0;
    padding: 3px;
    overflow-y: auto;
}
.user {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.75rem;
    align-items: center;
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    cursor: pointer;
}
.user:hover { border-color: var(--accent); }
.user:has(:checked) { border-color: var(--accent); background: var(--chosen); }
.user:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 1px; }
.user input { grid-row: span 2; width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--accent); }
.user input:focus-visible { outline: none; }
.name { font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-bottom: 1.25rem; }
button {
    flex: 1 1 9rem;
    min-height: 2.75rem;
    padding: 0.5rem 1rem;
    border: 1px solid var(--accent);
    border-radius: 0.375rem;
    background: transparent;
    color: var(--accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
}
button[value="allow"] { background: var(--accent); color: var(--on-accent); }
button:hover { filter: brightness(1.1); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code { overflow-wrap: anywhere; }
main > :last-child { margin-bottom: 0; }
`;
