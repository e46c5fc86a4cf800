import callerPending from '@salesforce/label/c.Softphone_CallerPending';
import matchOnlyContact from '@salesforce/label/c.Softphone_MatchOnlyContact';
import matchServedLast from '@salesforce/label/c.Softphone_MatchServedLast';
import matchFirstFound from '@salesforce/label/c.Softphone_MatchFirstFound';
import matchAccountNumber from '@salesforce/label/c.Softphone_MatchAccountNumber';
import matchLead from '@salesforce/label/c.Softphone_MatchLead';
import matchChosenByAgent from '@salesforce/label/c.Softphone_MatchChosenByAgent';
import matchNoneOfThem from '@salesforce/label/c.Softphone_MatchNoneOfThem';
import matchUnknownNumber from '@salesforce/label/c.Softphone_MatchUnknownNumber';
import matchWithheldNumber from '@salesforce/label/c.Softphone_MatchWithheldNumber';
import choiceSaving from '@salesforce/label/c.Softphone_ChoiceSaving';
import choiceOverdue from '@salesforce/label/c.Softphone_ChoiceOverdue';
import notThisPerson from '@salesforce/label/c.Softphone_NotThisPerson';
import otherRecord from '@salesforce/label/c.Softphone_OtherRecord';
import chooseRecord from '@salesforce/label/c.Softphone_ChooseRecord';
import searchPerson from '@salesforce/label/c.Softphone_SearchPerson';
import candidates from '@salesforce/label/c.Softphone_Candidates';
import noneOfThese from '@salesforce/label/c.Softphone_NoneOfThese';

export const labels = {
    callerPending,
    matchOnlyContact,
    matchServedLast,
    matchFirstFound,
    matchAccountNumber,
    matchLead,
    matchChosenByAgent,
    matchNoneOfThem,
    matchUnknownNumber,
    matchWithheldNumber,
    choiceSaving,
    choiceOverdue,
    notThisPerson,
    otherRecord,
    chooseRecord,
    searchPerson,
    candidates,
    noneOfThese
};
