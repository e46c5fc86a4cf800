import calls from '@salesforce/label/c.Softphone_HistoryList';
import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';
import directionInbound from '@salesforce/label/c.Softphone_DirectionInbound';
import directionOutbound from '@salesforce/label/c.Softphone_DirectionOutbound';
import directionInternal from '@salesforce/label/c.Softphone_DirectionInternal';
import duration from '@salesforce/label/c.Softphone_Duration';
import copyProtocol from '@salesforce/label/c.Softphone_CopyProtocol';
import openNumberedCase from '@salesforce/label/c.Softphone_OpenNumberedCase';
import listenTo from '@salesforce/label/c.Softphone_HistoryListen';
import callBack from '@salesforce/label/c.Softphone_CallBack';

export const labels = {
    calls,
    unknownNumber,
    directionInbound,
    directionOutbound,
    directionInternal,
    duration,
    copyProtocol,
    openNumberedCase,
    listenTo,
    callBack
};
