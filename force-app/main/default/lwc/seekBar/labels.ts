import position from '@salesforce/label/c.Softphone_PlayerPosition';
import positionOf from '@salesforce/label/c.Softphone_PlayerPositionOf';

export const labels = {
    position,
    positionOf
};
