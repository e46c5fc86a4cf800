import contactReason from '@salesforce/label/c.Softphone_ContactReason';
import noReason from '@salesforce/label/c.Softphone_NoReason';
import notes from '@salesforce/label/c.Softphone_Notes';
import noteSaving from '@salesforce/label/c.Softphone_NoteSaving';
import noteSaved from '@salesforce/label/c.Softphone_NoteSaved';
import noteNotSaved from '@salesforce/label/c.Softphone_NoteNotSaved';

export const labels = {
    contactReason,
    noReason,
    notes,
    noteSaving,
    noteSaved,
    noteNotSaved
};
