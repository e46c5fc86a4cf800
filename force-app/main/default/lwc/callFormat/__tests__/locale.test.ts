import { formatTimeOfDay } from 'c/callFormat';

jest.mock('@salesforce/i18n/locale', () => ({ __esModule: true, default: 'en-US' }), { virtual: true });

it("writes the time of day as the user's locale does", () => {
    expect(formatTimeOfDay('2026-11-23T17:05:00.000Z', 'America/Sao_Paulo')).toMatch(/^02:05\sPM$/);
});
