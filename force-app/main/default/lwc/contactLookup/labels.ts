import searching from '@salesforce/label/c.Softphone_ContactSearching';
import none from '@salesforce/label/c.Softphone_ContactNone';
import noneRecent from '@salesforce/label/c.Softphone_ContactNoneRecent';
import failed from '@salesforce/label/c.Softphone_ContactSearchFailed';
import recent from '@salesforce/label/c.Softphone_ContactRecent';
import resultCount from '@salesforce/label/c.Softphone_ResultCount';

export const labels = {
    searching,
    none,
    noneRecent,
    failed,
    recent,
    resultCount
};
