import heading from '@salesforce/label/c.Softphone_ClickToDialTitle';
import { CloseActionScreenEvent } from 'lightning/actions';
import { LightningElement, api } from 'lwc';

/** The screen action _Ligar_ of a record: gone as soon as the softphone calls. */
export default class ClickToDialAction extends LightningElement {
    /** The platform sets it some time after the component is on the page. */
    @api recordId: string | undefined;

    heading = heading;

    handleDialled(): void {
        this.dispatchEvent(new CloseActionScreenEvent());
    }
}
