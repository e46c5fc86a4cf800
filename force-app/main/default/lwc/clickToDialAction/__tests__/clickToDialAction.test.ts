import '../../../../../../test/jest-mocks/projectLabels';
import { type Mounted, find, mount, recordEvents, rendered } from '../../../../../../test/jest-mocks/mount';
import type ClickToDial from 'c/clickToDial';
import ClickToDialAction from 'c/clickToDialAction';
import { CloseActionScreenEvent } from 'lightning/actions';

jest.mock(
    'lightning/actions',
    () => ({
        CloseActionScreenEvent: class extends CustomEvent<undefined> {
            constructor() {
                super('closeactionscreen', { bubbles: true });
            }
        }
    }),
    { virtual: true }
);

describe('the action Ligar', () => {
    let element: Mounted<ClickToDialAction>;

    beforeEach(async () => {
        element = await mount('c-click-to-dial-action', ClickToDialAction, {});
    });

    const clickToDial = () => find<Mounted<ClickToDial>>(element, 'c-click-to-dial');

    it('has a heading of its own and calls at once where it can', () => {
        expect(find<HTMLElement & { header: string }>(element, 'lightning-quick-action-panel').header).toBe('Ligar');
        expect(clickToDial()).toMatchObject({ immediate: true, bare: true });
    });

    it('is about the record that the platform names some time later', async () => {
        element.recordId = '003000000000001AAA';
        await rendered();

        expect(clickToDial().recordId).toBe('003000000000001AAA');
    });

    it('closes when the softphone calls, and not before', async () => {
        const closings = recordEvents(element, new CloseActionScreenEvent().type);
        expect(closings).toEqual([]);

        clickToDial().dispatchEvent(new CustomEvent('dialled'));
        expect(closings).toHaveLength(1);
    });
});
