import { initialState } from 'c/softphoneState';
import { recallView, rememberView } from '../viewMemory';

beforeEach(() => sessionStorage.clear());
afterEach(() => jest.restoreAllMocks());

const view = { activeTab: 'history', selectedLegId: 'leg-1' } as const;

describe('the view', () => {
    it('is the same after a reload', () => {
        rememberView(initialState, view);

        expect(recallView()).toEqual(view);
    });

    it('is stored only when it changed', () => {
        const setItem = jest.spyOn(Storage.prototype, 'setItem');
        rememberView(view, { ...view });

        expect(setItem).not.toHaveBeenCalled();
    });

    it.each([null, '{', '"x"', '{"activeTab":"nowhere"}'])('is the usual one when %s is stored', (stored) => {
        if (stored) sessionStorage.setItem('softphone.view', stored);

        expect(recallView()).toEqual({});
    });

    it('is the usual one where nothing may be stored', () => {
        const refuse = (): never => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
        };
        jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
        jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
        rememberView(initialState, view);

        expect(recallView()).toEqual({});
    });
});
