import { createOpenedCalls } from '../openedCalls';

beforeEach(() => localStorage.clear());
afterEach(() => jest.restoreAllMocks());

describe('the calls whose Case was opened', () => {
    it('are still known after the page was loaded again', () => {
        createOpenedCalls().add('asterisk:1');

        expect(createOpenedCalls().has('asterisk:1')).toBe(true);
        expect(createOpenedCalls().has('asterisk:2')).toBe(false);
    });

    it('are known to a window that was open before', () => {
        const inOtherWindow = createOpenedCalls();
        createOpenedCalls().add('asterisk:1');
        inOtherWindow.add('asterisk:2');

        expect([createOpenedCalls().has('asterisk:1'), inOtherWindow.has('asterisk:1')]).toEqual([true, true]);
    });

    it('are known while the page lasts where nothing may be stored', () => {
        jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
        jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
        const openedCalls = createOpenedCalls();
        openedCalls.add('asterisk:1');

        expect(openedCalls.has('asterisk:1')).toBe(true);
    });

    it.each(['{', '{"a":1}', '[1]'])('begin anew when %s is stored', (stored) => {
        localStorage.setItem('softphone.openedCalls', stored);
        const openedCalls = createOpenedCalls();
        openedCalls.add('asterisk:1');

        expect(createOpenedCalls().has('asterisk:1')).toBe(true);
    });

    it('do not fill the storage', () => {
        const openedCalls = createOpenedCalls();
        for (let call = 1; call <= 51; call += 1) openedCalls.add(`asterisk:${call}`);

        expect([openedCalls.has('asterisk:1'), openedCalls.has('asterisk:2')]).toEqual([false, true]);
    });
});

function refuse(): never {
    throw new DOMException('The operation is insecure.', 'SecurityError');
}
