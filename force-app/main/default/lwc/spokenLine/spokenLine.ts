import { LightningElement, api } from 'lwc';

/**
 * One line of a live region. LWC writes all texts of a template anew whenever it renders it, and a screen reader may
 * read again what was written again: a component of its own is rendered only when its text is another.
 */
export default class SpokenLine extends LightningElement {
    @api text = '';
}
