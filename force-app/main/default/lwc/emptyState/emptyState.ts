import { LightningElement, api } from 'lwc';

export default class EmptyState extends LightningElement {
    @api iconName = 'utility:call';
    @api heading = '';
    @api message = '';
}
