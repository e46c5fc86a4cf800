import { LightningElement, api } from 'lwc';

/** The frame of a screen action inside its modal, as far as the page's actions use it. */
export default class QuickActionPanel extends LightningElement {
    @api header = '';
}
