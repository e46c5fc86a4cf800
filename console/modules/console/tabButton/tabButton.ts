import { LightningElement, api } from 'lwc';

/** The icon and the title of a tab of the console, to be clicked. */
export default class TabButton extends LightningElement {
    @api label = '';
    @api iconName = '';
    /** For `aria-current`: `page` for the tab in front, `false` for the others. */
    @api current = 'false';
}
