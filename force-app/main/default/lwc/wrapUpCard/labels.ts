import wrapUpHeading from '@salesforce/label/c.Softphone_WrapUpHeading';
import wrapUpLeft from '@salesforce/label/c.Softphone_WrapUpLeft';
import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';

export const labels = {
    wrapUpHeading,
    wrapUpLeft,
    unknownNumber
};
