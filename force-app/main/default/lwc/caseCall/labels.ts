import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';
import inbound from '@salesforce/label/c.Softphone_DirectionInbound';
import outbound from '@salesforce/label/c.Softphone_DirectionOutbound';
import internal from '@salesforce/label/c.Softphone_DirectionInternal';
import protocol from '@salesforce/label/c.Softphone_Protocol';
import copyProtocol from '@salesforce/label/c.Softphone_CopyProtocol';
import queueName from '@salesforce/label/c.Softphone_QueueName';
import duration from '@salesforce/label/c.Softphone_Duration';
import holdTime from '@salesforce/label/c.Softphone_HoldTime';
import notAnswered from '@salesforce/label/c.Softphone_CaseCallsNotAnswered';
import agents from '@salesforce/label/c.Softphone_CaseCallsAgents';
import ongoing from '@salesforce/label/c.Softphone_CaseCallsOngoing';
import notes from '@salesforce/label/c.Softphone_CaseCallsNotes';
import showTimeline from '@salesforce/label/c.Softphone_CaseCallsShowTimeline';
import timeline from '@salesforce/label/c.Softphone_CaseCallsTimeline';

export const labels = {
    unknownNumber,
    inbound,
    outbound,
    internal,
    protocol,
    copyProtocol,
    queueName,
    duration,
    holdTime,
    notAnswered,
    agents,
    ongoing,
    notes,
    showTimeline,
    timeline
};
