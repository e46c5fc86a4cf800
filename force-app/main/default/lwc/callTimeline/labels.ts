import timeline from '@salesforce/label/c.Softphone_CaseCallsTimeline';
import arrived from '@salesforce/label/c.Softphone_TimelineArrived';
import dialled from '@salesforce/label/c.Softphone_TimelineDialled';
import offered from '@salesforce/label/c.Softphone_TimelineOffered';
import answered from '@salesforce/label/c.Softphone_TimelineAnswered';
import customerAnswered from '@salesforce/label/c.Softphone_TimelineCustomerAnswered';
import refused from '@salesforce/label/c.Softphone_TimelineRefused';
import missed from '@salesforce/label/c.Softphone_TimelineMissed';
import held from '@salesforce/label/c.Softphone_TimelineHeld';
import resumed from '@salesforce/label/c.Softphone_TimelineResumed';
import consulted from '@salesforce/label/c.Softphone_TimelineConsulted';
import consultedWhom from '@salesforce/label/c.Softphone_TimelineConsultedWhom';
import conference from '@salesforce/label/c.Softphone_TimelineConference';
import transferred from '@salesforce/label/c.Softphone_TimelineTransferred';
import transferredTo from '@salesforce/label/c.Softphone_TimelineTransferredTo';
import left from '@salesforce/label/c.Softphone_TimelineLeft';
import abandoned from '@salesforce/label/c.Softphone_TimelineAbandoned';
import ended from '@salesforce/label/c.Softphone_TimelineEnded';
import somebody from '@salesforce/label/c.Softphone_TimelineSomebody';

export const labels = {
    timeline,
    arrived,
    dialled,
    offered,
    answered,
    customerAnswered,
    refused,
    missed,
    held,
    resumed,
    consulted,
    consultedWhom,
    conference,
    transferred,
    transferredTo,
    left,
    abandoned,
    ended,
    somebody
};
