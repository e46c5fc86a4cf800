import { find, mount, textOf } from '../../../../../../test/jest-mocks/mount';
import EmptyState from 'c/emptyState';

it('says with an icon that there is nothing yet', async () => {
    const element = await mount('c-empty-state', EmptyState, {
        iconName: 'utility:clock',
        heading: 'Nada ainda',
        message: 'Logo mais.'
    });

    expect(textOf(element)).toBe('Nada aindaLogo mais.');
    expect(find<HTMLElement & { iconName: string }>(element, 'lightning-icon').iconName).toBe('utility:clock');
});
