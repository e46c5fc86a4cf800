import fc from 'fast-check';
import { html } from '../../src/auth/authorize/html.ts';
import { matchesSecret } from '../../src/auth/matchesSecret.ts';
import { utcOffsetMs } from '../../src/auth/utcOffsetMs.ts';

const MINUTE_MS = 60_000;

describe('markup', () => {
    it('never lets a text open a tag or leave an attribute', () => {
        fc.assert(
            fc.property(fc.string(), (text) => {
                const { text: markup } = html`<p title="${text}">${text}</p>`;
                expect(markup.match(/[<>"]/g)?.join('')).toBe('<""><>');
            })
        );
    });

    it('keeps markup of its own, lists of it, and leaves out what is null', () => {
        const items = ['a & b', 'c'].map((text) => html`<li>${text}</li>`);
        expect(html`${items}${null}${html`<hr />`}`.text).toBe('<li>a &amp; b</li><li>c</li><hr />');
    });
});

describe('a secret', () => {
    it('matches itself and nothing else', () => {
        fc.assert(
            fc.property(fc.string(), fc.string(), (given, expected) => {
                expect(matchesSecret(given, expected)).toBe(given === expected);
                expect(matchesSecret(given, given)).toBe(true);
            })
        );
    });
});

describe('a time zone', () => {
    it.each([
        ['America/Sao_Paulo', -180],
        ['America/Manaus', -240],
        ['GMT', 0],
        ['Asia/Kolkata', 330]
    ])('%s is %d minutes ahead of UTC', (timeZone, minutes) => {
        expect(utcOffsetMs(timeZone, new Date('2026-11-23T12:00:00Z'))).toBe(minutes * MINUTE_MS);
    });
});
