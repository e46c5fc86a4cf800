import { api } from 'lwc';
import LivePage from 'console/livePage';

/** The page of one record. @fires titlechange `{ recordId, title }`. */
export default abstract class RecordPage extends LivePage {
    @api recordId = '';

    announceTitle(title: string): void {
        this.dispatchEvent(new CustomEvent('titlechange', { detail: { recordId: this.recordId, title } }));
    }
}
