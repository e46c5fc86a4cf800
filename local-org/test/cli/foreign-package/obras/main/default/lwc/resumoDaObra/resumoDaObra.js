import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import PHASE from '@salesforce/schema/Obra__c.Fase__c';
import BUDGET from '@salesforce/schema/Obra__c.Orcamento__c';

export default class ResumoDaObra extends LightningElement {
    @api recordId;
    @api titulo = 'Resumo';

    @wire(getRecord, { recordId: '$recordId', fields: [PHASE, BUDGET] })
    work;

    get phase() {
        return getFieldValue(this.work.data, PHASE);
    }

    get budget() {
        return getFieldValue(this.work.data, BUDGET);
    }
}
