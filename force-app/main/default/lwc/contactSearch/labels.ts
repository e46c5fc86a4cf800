import placeholder from '@salesforce/label/c.Softphone_ContactSearchPlaceholder';
import retry from '@salesforce/label/c.Softphone_Retry';

export const labels = {
    placeholder,
    retry
};
