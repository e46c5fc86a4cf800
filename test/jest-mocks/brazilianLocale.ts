/** Import this before a component: its user then reads dates and times as Brazilians write them. */
jest.doMock('@salesforce/i18n/locale', () => ({ __esModule: true, default: 'pt-BR' }), { virtual: true });
jest.doMock('@salesforce/i18n/timeZone', () => ({ __esModule: true, default: 'America/Sao_Paulo' }), { virtual: true });
