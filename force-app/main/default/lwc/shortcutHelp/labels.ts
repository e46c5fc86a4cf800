import title from '@salesforce/label/c.Softphone_Shortcuts';
import intro from '@salesforce/label/c.Softphone_ShortcutsIntro';

export const labels = { title, intro };
