import transferSearch from '@salesforce/label/c.Softphone_TransferSearch';
import transferList from '@salesforce/label/c.Softphone_TransferList';
import transferKeys from '@salesforce/label/c.Softphone_TransferKeys';
import consult from '@salesforce/label/c.Softphone_Consult';
import consultWhom from '@salesforce/label/c.Softphone_ConsultWhom';
import blindTransfer from '@salesforce/label/c.Softphone_Transfer';
import blindTransferTo from '@salesforce/label/c.Softphone_BlindTransferTo';
import transferTo from '@salesforce/label/c.Softphone_TransferTo';
import queue from '@salesforce/label/c.Softphone_Queue';
import extension from '@salesforce/label/c.Softphone_Extension';
import queueWaiting from '@salesforce/label/c.Softphone_QueueWaiting';
import queueFree from '@salesforce/label/c.Softphone_QueueFree';
import directoryLoading from '@salesforce/label/c.Softphone_DirectoryLoading';
import directoryFailed from '@salesforce/label/c.Softphone_DirectoryFailed';
import transferNothingFound from '@salesforce/label/c.Softphone_TransferNothingFound';
import transferEmpty from '@salesforce/label/c.Softphone_TransferEmpty';
import transferMore from '@salesforce/label/c.Softphone_TransferMore';
import retry from '@salesforce/label/c.Softphone_Retry';
import available from '@salesforce/label/c.Softphone_ColleagueAvailable';
import onCall from '@salesforce/label/c.Softphone_ColleagueOnCall';
import wrapUp from '@salesforce/label/c.Softphone_ColleagueWrapUp';
import paused from '@salesforce/label/c.Softphone_ColleaguePaused';
import pausedFor from '@salesforce/label/c.Softphone_ColleaguePausedFor';
import offline from '@salesforce/label/c.Softphone_ColleagueOffline';

export const labels = {
    transferSearch,
    transferList,
    transferKeys,
    consult,
    consultWhom,
    blindTransfer,
    blindTransferTo,
    transferTo,
    queue,
    extension,
    queueWaiting,
    queueFree,
    directoryLoading,
    directoryFailed,
    transferNothingFound,
    transferEmpty,
    transferMore,
    retry,
    available,
    onCall,
    wrapUp,
    paused,
    pausedFor,
    offline
};
